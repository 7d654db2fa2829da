package cn.yiqilai.directory;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * 重点企业（三星级及以上企业）.
 *
 * @param creditCode 统一社会信用代码; null where the list has none, as the sheet of 附件4: such an enterprise is known by its numbers only
 * @param sector null where the list does not say
 * @param stars 3..5; null where the list says 三星级及以上 and no more
 * @param address 经营住所
 * @param legalRepresentative 法定代表人
 * @param liaison 企业联络人
 * @param numbers further ones by which it is known when it calls; those of the two persons need not be among them
 * @param scope 经营范围
 * @param authority 主管部门
 * @param keyInformation 重点信息
 * @param retired is on the list no more
 */
public record KeyEnterprise(
        UUID id,
        String name,
        @Nullable String creditCode,
        @Nullable Sector sector,
        @Nullable Integer stars,
        @Nullable String address,
        Contact legalRepresentative,
        Contact liaison,
        List<String> numbers,
        @Nullable String scope,
        @Nullable String authority,
        @Nullable String keyInformation,
        boolean retired,
        long version,
        Instant updatedAt)
        implements Kept<KeyEnterprise> {
    public static final int FEWEST_STARS = 3;
    public static final int MOST_STARS = 5;

    public KeyEnterprise {
        numbers = List.copyOf(numbers);
    }

    /** Everything by which a call of it is known. */
    public List<CallingNumber> whitelist() {
        return Stream.of(legalRepresentative.numbers(), liaison.numbers(), numbers)
                .flatMap(List::stream)
                .flatMap(number -> CallingNumber.read(number).stream())
                .distinct()
                .toList();
    }

    @Override
    public KeyEnterprise numbered(UUID id, long version, Instant updatedAt) {
        return with(id, creditCode, sector, stars, numbers, retired, version, updatedAt);
    }

    /** What a sheet of 附件4 has no columns for stays as it is there. */
    KeyEnterprise completedBy(KeyEnterprise there) {
        return with(
                id,
                creditCode == null ? there.creditCode : creditCode,
                sector == null ? there.sector : sector,
                stars == null ? there.stars : stars,
                numbers.isEmpty() ? there.numbers : numbers,
                retired,
                version,
                updatedAt);
    }

    @Override
    public KeyEnterprise asRetired() {
        return with(id, creditCode, sector, stars, numbers, true, version, updatedAt);
    }

    private KeyEnterprise with(
            UUID id,
            @Nullable String creditCode,
            @Nullable Sector sector,
            @Nullable Integer stars,
            List<String> numbers,
            boolean retired,
            long version,
            Instant updatedAt) {
        return new KeyEnterprise(
                id,
                name,
                creditCode,
                sector,
                stars,
                address,
                legalRepresentative,
                liaison,
                numbers,
                scope,
                authority,
                keyInformation,
                retired,
                version,
                updatedAt);
    }

    /** Says nothing of its people, because logs are read by many. */
    @Override
    public String toString() {
        return "KeyEnterprise[" + id + "]";
    }
}
