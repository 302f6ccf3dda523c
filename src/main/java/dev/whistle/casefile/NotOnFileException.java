package dev.whistle.casefile;

/** A party, an attachment or an archive was asked for that the case does not have. */
public class NotOnFileException extends RuntimeException {

    /** What was asked for; the message key is {@code not-on-file.<what>} in lower case. */
    public enum What {
        CASE("案件"),
        PARTY("当事人"),
        ATTACHMENT("附件"),
        ARCHIVE("归档材料");

        private final String label;

        What(String label) {
            this.label = label;
        }
    }

    private final What what;

    NotOnFileException(What what, String caseNo) {
        super(what == What.CASE ? "没有编号为“" + caseNo + "”的案件" : "案件" + caseNo + "没有该" + what.label);
        this.what = what;
    }

    public What what() {
        return what;
    }
}
