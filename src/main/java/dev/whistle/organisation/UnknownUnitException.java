package dev.whistle.organisation;

/** A unit was named that the organisation does not have. */
public class UnknownUnitException extends RuntimeException {

    UnknownUnitException(String id) {
        super("没有编号为“" + id + "”的单位");
    }
}
