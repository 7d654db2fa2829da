package cn.yiqilai.directory;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Sees to it, in a sheet, that within one library a number leads to one enterprise or project only. */
final class WhitelistClaims {
    private final Set<CallingNumber> others = new HashSet<>();

    /** Numbers of those whom the sheet does not name: they stay theirs. */
    void keep(Collection<CallingNumber> numbers) {
        others.addAll(numbers);
    }

    /** @return false when a number is another one's, which is said of the row */
    boolean claim(int row, List<Claim> claims, Plan plan) {
        var free = true;
        var own = new HashSet<CallingNumber>();
        for (var claim : claims) {
            for (var number : claim.numbers()) {
                var read = CallingNumber.read(number);
                if (read.isPresent() && own.add(read.get())) {
                    free &= isFree(row, claim.field(), read.get(), plan);
                }
            }
        }
        return free;
    }

    /** The numbers of one column. */
    record Claim(String field, List<String> numbers) {}

    private boolean isFree(int row, String field, CallingNumber number, Plan plan) {
        if (others.contains(number)) {
            plan.refuse(row, field, "directory.number-taken");
            return false;
        }
        return plan.isFirst(row, field, number);
    }
}
