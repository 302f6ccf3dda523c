package dev.whistle.organisation;

/** A file of the organisation, or a row of one, cannot be used. */
final class BadRowException extends RuntimeException {

    private final String problem;

    /**
     * A cell that cannot be used.
     *
     * @param advice what is wrong and what to do
     */
    BadRowException(String file, int line, String column, String advice) {
        this(file + " 第 " + line + " 行“" + column + "”列：" + advice);
    }

    /** A file that cannot be used as a whole. */
    BadRowException(String file, String advice) {
        this(file + "：" + advice);
    }

    private BadRowException(String problem) {
        super(problem);
        this.problem = problem;
    }

    /** Where and what, for whoever prepared the file. */
    String problem() {
        return problem;
    }
}
