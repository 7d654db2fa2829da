package cn.yiqilai.understanding;

import cn.yiqilai.city.Place;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What is looked for: a form, seen from a day and a place.
 *
 * @param form of the question, made complete from the context where it is a follow-up
 * @param asOf the day the answer must hold for
 * @param asker where the enterprise is; the city that is served unless it said otherwise
 * @param misspelt its normal form before it was spelt as it was meant; empty when that is the same
 */
public record Query(Form form, LocalDate asOf, Place asker, Optional<String> misspelt) {
    public Query(Form form, LocalDate asOf, Place asker) {
        this(form, asOf, asker, Optional.empty());
    }

    /** The same question as it was meant; the original wording stays. */
    public Query speltAs(Form meant) {
        return new Query(meant.writtenAs(form.original()), asOf, asker, Optional.of(form.normal()));
    }

    /**
     * The places whose rules may answer. A question that names no place, or one around or inside the asker's, is asked from
     * the asker's place; one that names a place elsewhere is asked from there.
     */
    public Set<Place> places() {
        var places = new LinkedHashSet<Place>();
        for (var named : form.entities().places()) {
            places.add(named);
            if (asker.isWithin(named) || named.isWithin(asker)) {
                places.add(asker);
            }
        }
        return places.isEmpty() ? Set.of(asker) : places;
    }

    /** True when the question names places, and all of them lie elsewhere. */
    public boolean namesElsewhere() {
        return !form.entities().places().isEmpty() && !places().contains(asker);
    }

    /** True when the question names a year that is not the one it is asked in. */
    public boolean namesAnotherYear() {
        return form.entities().years().stream().anyMatch(year -> year != asOf.getYear());
    }
}
