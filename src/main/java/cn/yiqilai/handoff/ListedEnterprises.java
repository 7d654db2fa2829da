package cn.yiqilai.handoff;

import cn.yiqilai.conversation.Enterprise;
import cn.yiqilai.directory.Standing;
import cn.yiqilai.directory.VerifiedIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The city's lists of key enterprises and of major projects, asked for whoever is verified: by its credit code, else by the
 * number it calls from.
 */
@ApplicationScoped
class ListedEnterprises implements Standings {
    private final cn.yiqilai.directory.Standings lists;

    ListedEnterprises(cn.yiqilai.directory.Standings lists) {
        this.lists = lists;
    }

    @Override
    public Optional<Audience> of(Enterprise enterprise) {
        return switch (standing(enterprise)) {
            case Standing.None() -> Optional.empty();
            case Standing.Starred starred -> Optional.of(Audience.KEY_ENTERPRISES);
            case Standing.Project project -> Optional.of(Audience.MAJOR_PROJECTS);
        };
    }

    /** Where it stands on the lists; on none, when it only says itself who it is. */
    Standing standing(Enterprise enterprise) {
        return identities(enterprise)
                .map(lists::of)
                .filter(standing -> !(standing instanceof Standing.None))
                .findFirst()
                .orElseGet(Standing.None::new);
    }

    private static Stream<VerifiedIdentity> identities(Enterprise enterprise) {
        var assurance = enterprise.assurance();
        return Stream.of(
                        VerifiedIdentity.ofAccount(assurance, enterprise.creditCode()),
                        VerifiedIdentity.ofCall(assurance, enterprise.phone()))
                .flatMap(Optional::stream);
    }
}
