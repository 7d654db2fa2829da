package cn.yiqilai.directory;

import cn.yiqilai.platform.Shanghai;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What staff read of a key enterprise.
 *
 * @param stars 3..5; null where the list says 三星级及以上 and no more
 * @param legalRepresentative, liaison, numbers masked for whoever need not know, see {@link Visibility}
 */
@Schema(name = "KeyEnterprise")
public record KeyEnterpriseView(
        UUID id,
        String name,
        @Nullable String creditCode,
        @Nullable Sector sector,
        @Nullable Integer stars,
        @Nullable String address,
        ContactView legalRepresentative,
        ContactView liaison,
        List<String> numbers,
        @Nullable String scope,
        @Nullable String authority,
        @Nullable String keyInformation,
        boolean retired,
        long version,
        @Schema(format = "date-time") String updatedAt) {
    /** @param clear names and numbers of people as they are */
    public static KeyEnterpriseView of(KeyEnterprise enterprise, boolean clear) {
        return new KeyEnterpriseView(
                enterprise.id(),
                enterprise.name(),
                enterprise.creditCode(),
                enterprise.sector(),
                enterprise.stars(),
                enterprise.address(),
                ContactView.of(enterprise.legalRepresentative(), clear),
                ContactView.of(enterprise.liaison(), clear),
                ContactView.numbers(enterprise.numbers(), clear),
                enterprise.scope(),
                enterprise.authority(),
                enterprise.keyInformation(),
                enterprise.retired(),
                enterprise.version(),
                Shanghai.format(enterprise.updatedAt()));
    }

    /** Says nothing of its people, because logs are read by many. */
    @Override
    public String toString() {
        return "KeyEnterprise[" + id + "]";
    }
}
