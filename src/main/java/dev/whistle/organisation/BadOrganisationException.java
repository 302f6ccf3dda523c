package dev.whistle.organisation;

import dev.whistle.StartRefusedException;
import java.util.List;

/** The files of an organisation cannot be used. Nothing of them has been stored. */
final class BadOrganisationException extends StartRefusedException {

    BadOrganisationException(List<String> problems) {
        super(
                "机构数据有 " + problems.size() + " 处错误，没有导入任何内容：" + System.lineSeparator()
                        + String.join(System.lineSeparator(), problems),
                "请改正以上各处，然后重新启动。");
    }
}
