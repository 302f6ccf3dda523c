package dev.whistle.notification;

import dev.whistle.StartRefusedException;
import java.util.List;

/** {@code messages.dmn} cannot be used as it stands. */
final class BadMessagesException extends StartRefusedException {

    private final transient List<String> problems;

    BadMessagesException(List<String> problems) {
        super(
                "消息文字表有 " + problems.size() + " 处错误：" + System.lineSeparator()
                        + String.join(System.lineSeparator(), problems),
                "请改正 processes/shared/messages.dmn 中的以上各处，然后重新部署或启动。");
        this.problems = List.copyOf(problems);
    }

    List<String> problems() {
        return problems;
    }
}
