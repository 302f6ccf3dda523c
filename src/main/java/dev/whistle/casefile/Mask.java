package dev.whistle.casefile;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What of a person's name and address is shown to whoever reads the case. In doubt less. */
public final class Mask {

    private static final int LONGEST_TAIL = 3;
    private static final int UNKNOWN_HEAD = 6;
    private static final String HIDDEN = "***";

    /** The double surnames in use. A name of two characters is never one of them. */
    private static final Set<String> DOUBLE_SURNAMES = Set.of(
            "欧阳", "上官", "司马", "司徒", "司空", "诸葛", "夏侯", "皇甫", "尉迟", "公孙", "慕容", "令狐", "长孙", "宇文", "东方", "南宫", "独孤", "端木",
            "申屠", "轩辕", "呼延", "澹台", "濮阳", "淳于", "单于", "太史", "公冶", "闻人", "钟离", "鲜于", "赫连", "百里", "东郭", "西门", "南门", "拓跋",
            "万俟", "闾丘", "亓官", "仲孙", "公羊", "公良", "梁丘", "左丘", "第五", "巫马", "羊舌", "宗政", "仉督", "子车");

    /** From here on an address tells the door: a number (but not of a phase, 2期), a lettered block, 三栋, 二单元. */
    private static final Pattern DOOR = Pattern.compile(String.join(
            "|",
            "[0-9０-９]+(?!期|[0-9０-９])",
            "[A-Za-zＡ-Ｚａ-ｚ]+(?=[栋幢座区单号楼])",
            "[零〇一二三四五六七八九十百两甲乙丙丁]+(?=[号栋幢座楼层室户组弄]|单元)"));

    /** A place that many households share. */
    private static final Pattern SHARED_PLACE =
            Pattern.compile("省|市|区|县|镇|乡|街道|大道|路|街|巷|社区|村|小区|花园|家园|公寓|广场|新城|苑|园|庭|府");

    private Mask() {}

    /** 张三 → 张*, 欧阳娜娜 → 欧阳**; the rest of a long or foreign name shows as three stars at most. */
    public static String name(String name) {
        int[] letters = name.codePoints().toArray();
        boolean doubleSurname = letters.length > 2 && DOUBLE_SURNAMES.contains(new String(letters, 0, 2));
        int shown = doubleSurname ? 2 : 1;
        int hidden = Math.min(LONGEST_TAIL, Math.max(1, letters.length - shown));
        return new String(letters, 0, shown) + "*".repeat(hidden);
    }

    /**
     * Keeps district, street, road and compound: 湾里街道湾里花园3栋2单元501室 → 湾里街道湾里花园***. Without a number to cut at it ends
     * after the last place that many share, and where none can be told after six characters.
     */
    static String address(String address) {
        Matcher door = DOOR.matcher(address);
        int end = door.find() ? door.start() : endOfSharedPlace(address);
        return end == address.length() ? address : address.substring(0, end) + HIDDEN;
    }

    private static int endOfSharedPlace(String address) {
        int end = SHARED_PLACE
                .matcher(address)
                .results()
                .mapToInt(it -> it.end())
                .max()
                .orElse(0);
        return end > 0
                ? end
                : address.offsetByCodePoints(0, Math.min(UNKNOWN_HEAD, address.codePointCount(0, address.length())));
    }
}
