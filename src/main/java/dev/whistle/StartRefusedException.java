package dev.whistle;

/**
 * The application does not start, for a reason that whoever starts it can put right. Shown as what is wrong and what to
 * do, without a stack trace.
 */
public class StartRefusedException extends RuntimeException {

    private final String remedy;

    public StartRefusedException(String problem, String remedy) {
        super(problem);
        this.remedy = remedy;
    }

    /** What to do about it. */
    public String remedy() {
        return remedy;
    }
}
