package cn.yiqilai.workorder.web;

import cn.yiqilai.city.Flag;
import cn.yiqilai.city.Kind;
import cn.yiqilai.conversation.ConversationId;
import cn.yiqilai.conversation.Enterprise;
import cn.yiqilai.platform.FieldChecks;
import cn.yiqilai.platform.Problem;
import cn.yiqilai.workorder.Filing;
import cn.yiqilai.workorder.FilingRequest;
import cn.yiqilai.workorder.Scope;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The body of a filing. Only {@code kind} is required, and {@code description} when there is no conversation.
 *
 * @param scope which item of 第八条: a {@link Scope}
 * @param filingCode, window as in the city's tables
 */
@Schema(name = "FileWorkOrder", requiredProperties = "kind")
public record FilingBody(
        @Nullable Kind kind,
        @Nullable Set<Flag> flags,
        @Nullable String description,
        @Nullable String contact,
        @Nullable String phone,
        @Nullable EnterpriseBody enterprise,
        @Nullable String region,
        @Nullable UUID conversationId,
        @Nullable Integer messageSeq,
        @Nullable String scope,
        @Nullable String filingCode,
        @Nullable String window) {
    private static final int LONGEST_CODE = 40;

    /** What the enterprise says of itself. */
    @Schema(name = "DeclaredEnterprise")
    public record EnterpriseBody(
            @Nullable String name,
            @Nullable String creditCode,
            @Nullable String contact,
            @Nullable String phone) {}

    FilingRequest asRequest() {
        if (kind == null) {
            throw Problem.invalidField("kind", "workorder.kind").asException();
        }
        return new FilingRequest(
                kind,
                flags == null ? Set.of() : flags,
                description,
                contact,
                phone,
                enterprise == null ? null : declared(enterprise),
                region,
                conversationId == null ? null : new ConversationId(conversationId),
                messageSeq,
                filing());
    }

    private Filing filing() {
        var checks = new FieldChecks("workorder.invalid");
        var filing = filing(checks, scope, filingCode, window);
        checks.throwIfAny();
        return filing;
    }

    static Filing filing(
            FieldChecks checks, @Nullable String scope, @Nullable String filingCode, @Nullable String window) {
        return new Filing(
                checks.constant("scope", scope, Scope.class, Map.of()),
                checks.optional("filingCode", filingCode, LONGEST_CODE),
                checks.optional("window", window, LONGEST_CODE));
    }

    static Enterprise declared(EnterpriseBody body) {
        return Enterprise.declared(body.name(), body.creditCode(), body.contact(), body.phone());
    }
}
