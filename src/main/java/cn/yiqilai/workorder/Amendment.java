package cn.yiqilai.workorder;

import cn.yiqilai.city.Flag;
import cn.yiqilai.city.Kind;
import cn.yiqilai.conversation.Enterprise;
import java.util.ArrayList;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What of a registration is to be corrected; null = left as it is.
 *
 * @param description 1..4000 code points
 * @param contact at most 60 code points
 * @param phone 5..20 digits
 * @param region at most 60 code points
 */
public record Amendment(
        @Nullable Kind kind,
        @Nullable String description,
        @Nullable String contact,
        @Nullable String phone,
        @Nullable Enterprise enterprise,
        @Nullable String region,
        Filing filing) {

    Dossier of(Dossier dossier) {
        var matter = dossier.matter();
        var reporter = dossier.reporter();
        return dossier.amended(
                new Matter(
                        or(kind, matter.kind()),
                        flags(matter),
                        or(description, matter.description()),
                        region == null ? matter.region() : region),
                new Reporter(
                        contact == null ? reporter.contact() : contact,
                        phone == null ? reporter.phone() : phone,
                        or(enterprise, reporter.enterprise())),
                new Filing(
                        filing.scope() == null ? dossier.filing().scope() : filing.scope(),
                        filing.code() == null ? dossier.filing().code() : filing.code(),
                        filing.window() == null ? dossier.filing().window() : filing.window()));
    }

    /** What comes from a source of 第八条(三)-(六) bears the flag, and what does not, does not. */
    private Set<Flag> flags(Matter matter) {
        var scope = filing.scope();
        if (scope == null) {
            return matter.flags();
        }
        return scope.isSpecial()
                ? matter.with(Flag.SPECIAL_SOURCE).flags()
                : matter.without(Flag.SPECIAL_SOURCE).flags();
    }

    /** The names of what is corrected, for the timeline; the values may be somebody's data. */
    String fields() {
        var names = new ArrayList<String>();
        add(names, "kind", kind);
        add(names, "description", description);
        add(names, "contact", contact);
        add(names, "phone", phone);
        add(names, "enterprise", enterprise);
        add(names, "region", region);
        add(names, "scope", filing.scope());
        add(names, "filingCode", filing.code());
        add(names, "window", filing.window());
        return String.join(",", names);
    }

    private static void add(ArrayList<String> names, String name, @Nullable Object value) {
        if (value != null) {
            names.add(name);
        }
    }

    private static <T> T or(@Nullable T given, T known) {
        return given == null ? known : given;
    }

    /** Says nothing of anybody, because logs are read by many. */
    @Override
    public String toString() {
        return "Amendment[" + fields() + "]";
    }
}
