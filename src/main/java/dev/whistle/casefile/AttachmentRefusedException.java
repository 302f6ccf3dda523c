package dev.whistle.casefile;

import java.util.List;
import org.springframework.util.unit.DataSize;

/** A file is not put on the case; nothing has changed. */
public class AttachmentRefusedException extends RuntimeException {

    /** Why; the message key is {@code attachment.refused.<reason>} in lower case. */
    public enum Reason {
        /** The file has no name to speak of. */
        NAME,
        /** There is nothing in it. */
        EMPTY,
        /** It is larger than {@code whistle.attachments.max-size}. */
        TOO_LARGE,
        /** It is of no type that a case takes. */
        TYPE,
        /** Its content is not what its name says. */
        DIFFERENT_CONTENT,
        /** The case is closed and archived: a conflict, not bad input. */
        CASE_CLOSED
    }

    private final Reason reason;
    private final List<Object> arguments;

    private AttachmentRefusedException(Reason reason, String message, Object... arguments) {
        super(message);
        this.reason = reason;
        this.arguments = List.of(arguments);
    }

    static AttachmentRefusedException name() {
        return new AttachmentRefusedException(Reason.NAME, "文件没有名称，请改名后重新上传");
    }

    static AttachmentRefusedException empty(FileName name) {
        return new AttachmentRefusedException(Reason.EMPTY, "文件“" + name + "”是空的", name.text());
    }

    static AttachmentRefusedException tooLarge(FileName name, DataSize limit) {
        long megabytes = limit.toMegabytes();
        return new AttachmentRefusedException(
                Reason.TOO_LARGE, "文件“" + name + "”超过" + megabytes + "MB，不能上传", name.text(), megabytes);
    }

    static AttachmentRefusedException type(FileName name) {
        String accepted = FileType.acceptedExtensions();
        return new AttachmentRefusedException(
                Reason.TYPE, "不能上传“" + name + "”这类文件，可以上传：" + accepted, name.text(), accepted);
    }

    static AttachmentRefusedException differentContent(FileName name) {
        return new AttachmentRefusedException(
                Reason.DIFFERENT_CONTENT, "文件“" + name + "”的内容与扩展名不符", name.text(), name.extension());
    }

    static AttachmentRefusedException caseClosed(String caseNo) {
        return new AttachmentRefusedException(Reason.CASE_CLOSED, "案件" + caseNo + "已办结归档，不能再添加附件", caseNo);
    }

    public Reason reason() {
        return reason;
    }

    /** What the message names, in its order. */
    public List<Object> arguments() {
        return arguments;
    }
}
