package dev.whistle.document;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A letter of a case.
 *
 * @param letter which one, a row of {@code letters.dmn}
 * @param title e.g. 投诉答复书
 * @param unit id of the unit that signs and sends it
 * @param handledBy id of the unit whose officer had it drafted
 * @param addressedTo id of the unit that it is written to; null where its row of {@code letters.dmn} says to whom
 * @param clause ids of the clauses it stands on, separated by a blank
 * @param number e.g. 湾里街道投答〔2026〕3号; null until it is signed
 * @param signedBy user id
 * @param servedOn the day it was handed over
 * @param servedBy user id of the officer who noted that
 * @param acknowledgedBy user id of the officer who noted that
 * @param versions oldest first, without their contents
 */
public record Document(
        String id,
        String caseNo,
        String letter,
        String title,
        String unit,
        String handledBy,
        @Nullable String addressedTo,
        String clause,
        DocumentState state,
        @Nullable String number,
        @Nullable String signedBy,
        @Nullable Instant signedAt,
        @Nullable ServiceWay servedHow,
        @Nullable LocalDate servedOn,
        @Nullable String servedBy,
        @Nullable Instant acknowledgedAt,
        @Nullable String acknowledgedBy,
        List<DocumentVersion> versions) {

    Document with(List<DocumentVersion> all) {
        return new Document(
                id,
                caseNo,
                letter,
                title,
                unit,
                handledBy,
                addressedTo,
                clause,
                state,
                number,
                signedBy,
                signedAt,
                servedHow,
                servedOn,
                servedBy,
                acknowledgedAt,
                acknowledgedBy,
                List.copyOf(all));
    }

    /** The version that counts. */
    boolean hasVersionOf(String step) {
        return versions.stream().anyMatch(it -> step.equals(it.madeIn()));
    }

    DocumentVersion latest() {
        return versions.get(versions.size() - 1);
    }
}
