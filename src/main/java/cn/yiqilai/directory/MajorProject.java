package cn.yiqilai.directory;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * 重大项目.
 *
 * @param content 项目内容
 * @param company 项目单位; null where the list does not name it
 * @param creditCode of the company; null where the list has none, as the sheet of 附件4: such a project is known by its numbers only
 * @param industry 所属行业
 * @param authority 主管部门
 * @param liaison 项目联络人
 * @param keyInformation 重点信息登记
 * @param retired is on the list no more
 */
public record MajorProject(
        UUID id,
        String name,
        @Nullable String content,
        @Nullable String company,
        @Nullable String creditCode,
        @Nullable String address,
        @Nullable String industry,
        @Nullable String authority,
        Contact liaison,
        @Nullable String keyInformation,
        boolean retired,
        long version,
        Instant updatedAt)
        implements Kept<MajorProject> {
    /** Everything by which a call of it is known. */
    public List<CallingNumber> whitelist() {
        return liaison.numbers().stream()
                .flatMap(number -> CallingNumber.read(number).stream())
                .distinct()
                .toList();
    }

    @Override
    public MajorProject numbered(UUID id, long version, Instant updatedAt) {
        return with(id, company, creditCode, retired, version, updatedAt);
    }

    /** What the sheet of 附件4 has no columns for stays as it is there. */
    MajorProject completedBy(MajorProject there) {
        return with(
                id,
                company == null ? there.company : company,
                creditCode == null ? there.creditCode : creditCode,
                retired,
                version,
                updatedAt);
    }

    @Override
    public MajorProject asRetired() {
        return with(id, company, creditCode, true, version, updatedAt);
    }

    private MajorProject with(
            UUID id,
            @Nullable String company,
            @Nullable String creditCode,
            boolean retired,
            long version,
            Instant updatedAt) {
        return new MajorProject(
                id,
                name,
                content,
                company,
                creditCode,
                address,
                industry,
                authority,
                liaison,
                keyInformation,
                retired,
                version,
                updatedAt);
    }

    /** Says nothing of its people, because logs are read by many. */
    @Override
    public String toString() {
        return "MajorProject[" + id + "]";
    }
}
