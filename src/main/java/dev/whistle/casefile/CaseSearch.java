package dev.whistle.casefile;

import dev.whistle.casefile.SearchCandidates.Candidate;
import dev.whistle.organisation.Access;
import dev.whistle.organisation.Compounds;
import dev.whistle.organisation.CurrentOfficer;
import dev.whistle.organisation.Officer;
import dev.whistle.organisation.UnitKind;
import dev.whistle.organisation.Units;
import dev.whistle.problem.FieldError;
import dev.whistle.problem.Problem;
import dev.whistle.problem.Problem.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds cases by what an officer has at hand, among those that he or she may read.
 *
 * <p>Candidates are read from an index, the newest first and no more than a page needs, and then asked who may read them
 * by the one condition for that. So a search reads as much among a hundred thousand cases as among a thousand. Where many
 * candidates are somebody else's it stops after {@value #LOOKED_THROUGH} and goes on when it is asked for more.
 */
@Component
public class CaseSearch {

    /** How many candidates are looked through for one page. */
    private static final int LOOKED_THROUGH = 300;
    /** More is no answer to a question: {@link #all} refuses it. */
    private static final int MOST = 1_000;
    /** How many portions {@link #all} looks through, be they others' cases. */
    private static final int PORTIONS = 100;

    private final SearchCandidates candidates;
    private final Cases cases;
    private final Compounds compounds;
    private final Access access;
    private final Units units;
    private final CurrentOfficer current;
    private final Timeline timeline;

    CaseSearch(
            SearchCandidates candidates,
            Cases cases,
            Compounds compounds,
            Access access,
            Units units,
            CurrentOfficer current,
            Timeline timeline) {
        this.candidates = candidates;
        this.cases = cases;
        this.compounds = compounds;
        this.access = access;
        this.units = units;
        this.current = current;
        this.timeline = timeline;
    }

    /** Whether this is a person's phone number, which must not stand in an address. */
    public boolean isPersonal(String typed) {
        return Phone.parse(new SearchText(typed).plain()).isPresent();
    }

    /**
     * Finds a page of cases. Who looks somebody's phone number up learns who complained: the timeline of each case that
     * is found tells of it, without the number, and a company may not.
     *
     * @param typed a phone number, a case number or its beginning, or words; wildcards and quotes are plain characters
     * @param after what the page before said is next; null for the first
     * @throws Problem that names {@code q} or {@code after} and says what to do
     */
    @Transactional
    public FoundCases find(String typed, @Nullable String after, int size) {
        SearchQuery query = asked(typed);
        FoundCases found = page(candidates.of(query, after), holds(query), size);
        tell(query, found.cases(), "按联系电话查到本案");
        return found;
    }

    /**
     * Finds all cases at once, to take them along. By a phone number it is an act like any other look at it.
     *
     * @throws Problem as {@link #find} does, and where they are more than {@value #MOST} or too many to look through;
     *     then nothing is told on any timeline, since nothing was shown
     */
    @Transactional
    public List<CaseFile> all(String typed) {
        SearchQuery query = asked(typed);
        List<CaseFile> all = new ArrayList<>();
        String next = null;
        for (int portion = 0; portion < PORTIONS && all.size() <= MOST; portion++) {
            FoundCases found = page(candidates.of(query, next), holds(query), LOOKED_THROUGH);
            all.addAll(found.cases());
            next = found.next();
            if (next == null && all.size() <= MOST) {
                tell(query, all, "按联系电话查到并导出本案");
                return all;
            }
        }
        throw Problem.invalid(new FieldError("q", "search.too-many", MOST));
    }

    private SearchQuery asked(String typed) {
        SearchQuery query = SearchQuery.of("q", typed);
        if (query instanceof SearchQuery.OfPhone && !worksForThePublic()) {
            throw new Problem(Kind.FORBIDDEN, "search.phone-of-company");
        }
        return query;
    }

    private void tell(SearchQuery query, List<CaseFile> found, String what) {
        if (query instanceof SearchQuery.OfPhone) {
            found.forEach(it -> timeline.record(it.caseNo(), EventKind.REVEALED, what));
        }
    }

    private FoundCases page(SearchCandidates.Reading reading, Predicate<Named> holds, int size) {
        Set<String> readable = access.readableUnits(officer());
        List<CaseFile> page = new ArrayList<>();
        int looked = 0;
        // The first look is as long as the page: mostly everything is the asker's, and found.
        for (int most = size + 1; looked < LOOKED_THROUGH; most = Math.min(2 * most, LOOKED_THROUGH - looked)) {
            List<Candidate> next = reading.next(most);
            looked += next.size();
            Map<String, CaseFile> theirs =
                    cases.of(next.stream().map(Candidate::caseNo).toList(), readable);
            Map<String, String> names = namesOf(theirs.values());
            for (Candidate candidate : next) {
                CaseFile file = theirs.get(candidate.caseNo());
                if (file == null || !holds.test(named(file, names))) {
                    continue;
                }
                if (page.size() == size) {
                    return new FoundCases(page, candidates.bookmark(lastOf(page)));
                }
                page.add(file);
            }
            if (next.size() < most) {
                return new FoundCases(page, null);
            }
            if (looked >= LOOKED_THROUGH) {
                return new FoundCases(page, candidates.bookmark(next.get(next.size() - 1)));
            }
        }
        throw new IllegalStateException("looked through " + looked);
    }

    private static Candidate lastOf(List<CaseFile> page) {
        CaseFile last = page.get(page.size() - 1);
        return new Candidate(last.caseNo(), last.openedAt());
    }

    /** A case with its compound's name, which may be what was asked for. */
    private record Named(CaseFile file, @Nullable String compoundName) {

        String text() {
            return CaseTerms.text(file.title(), compoundName);
        }

        boolean isCalled(String term) {
            return file.externalNo() != null
                    && CaseTerms.whole(new SearchText(file.externalNo())).equals(term);
        }
    }

    private static Named named(CaseFile file, Map<String, String> names) {
        return new Named(file, file.compound() == null ? null : names.get(file.compound()));
    }

    /** Two characters side by side may be there without the word; numbers and phones were looked up whole. */
    private static Predicate<Named> holds(SearchQuery query) {
        return query instanceof SearchQuery.OfWords words
                ? it -> words.isIn(it.text()) || it.isCalled(words.whole())
                : it -> true;
    }

    private Map<String, String> namesOf(Collection<CaseFile> files) {
        return compounds.names(
                files.stream().map(CaseFile::compound).filter(Objects::nonNull).collect(Collectors.toSet()));
    }

    private boolean worksForThePublic() {
        return officer().units().stream()
                .flatMap(id -> units.find(id).stream())
                .anyMatch(unit -> unit.kind() != UnitKind.COMPANY);
    }

    private Officer officer() {
        return current.get().orElseThrow(() -> new Problem(Kind.FORBIDDEN, "case.nobody"));
    }
}
