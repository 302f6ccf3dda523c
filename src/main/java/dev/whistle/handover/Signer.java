package dev.whistle.handover;

import dev.whistle.casefile.Mask;

/** Somebody who signed an entry. Who it is is told masked, and in clear only inside of this package. */
public final class Signer {

    private final Side side;
    private final String actsFor;
    private final String name;
    private final String mark;
    private final boolean drawn;

    Signer(Side side, String actsFor, String name, String mark, boolean drawn) {
        this.side = side;
        this.actsFor = actsFor;
        this.name = name;
        this.mark = mark;
        this.drawn = drawn;
    }

    public Side side() {
        return side;
    }

    /** The party that he or she signed for. */
    public String actsFor() {
        return actsFor;
    }

    /** E.g. 张*. */
    public String masked() {
        return Mask.name(name);
    }

    /** Whether there is a signature drawn by hand. */
    public boolean drawn() {
        return drawn;
    }

    String name() {
        return name;
    }

    /** The same for the same person of a case, however the name was typed. */
    String mark() {
        return mark;
    }
}
