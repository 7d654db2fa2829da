package cn.yiqilai.workorder.web;

import cn.yiqilai.city.Kind;
import cn.yiqilai.conversation.Conversation;
import cn.yiqilai.conversation.Enterprise;
import cn.yiqilai.conversation.PhoneNumber;
import cn.yiqilai.platform.FieldChecks;
import cn.yiqilai.workorder.Acceptance;
import cn.yiqilai.workorder.Amendment;
import cn.yiqilai.workorder.DeclineGround;
import cn.yiqilai.workorder.Dispatching;
import cn.yiqilai.workorder.Disposal;
import cn.yiqilai.workorder.LiveAnswering;
import cn.yiqilai.workorder.Matter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What the desk sends about an order that no unit has yet. Every field may be missing; what is wrong is said at once. */
final class IntakeForms {
    private static final int LONGEST_REASON = 1000;
    private static final int LONGEST_UNIT = 60;
    private static final int MOST_UNITS = 20;

    private IntakeForms() {}

    /** What is left out stays as it is. */
    @Schema(name = "AmendWorkOrder")
    record AmendForm(
            @Nullable Long version,
            @Nullable String kind,
            @Nullable String description,
            @Nullable String contact,
            @Nullable String phone,
            FilingBody.@Nullable EnterpriseBody enterprise,
            @Nullable String region,
            @Nullable String scope,
            @Nullable String filingCode,
            @Nullable String window,
            @Nullable String reason) {
        Amendment amendment() {
            var checks = Forms.checks();
            var amendment = new Amendment(
                    checks.constant("kind", kind, Kind.class, Map.of()),
                    checks.optionalText("description", description, Matter.LONGEST_DESCRIPTION),
                    checks.optional("contact", contact, Enterprise.LONGEST_CONTACT),
                    phone(checks),
                    enterprise == null ? null : FilingBody.declared(enterprise),
                    checks.optional("region", region, Conversation.LONGEST_REGION),
                    FilingBody.filing(checks, scope, filingCode, window));
            checks.throwIfAny();
            return amendment;
        }

        @Nullable
        String why() {
            var checks = Forms.checks();
            var why = checks.optionalText("reason", reason, LONGEST_REASON);
            checks.throwIfAny();
            return why;
        }

        private @Nullable String phone(FieldChecks checks) {
            var number = checks.optional("phone", phone, Forms.LONGEST_PHONE);
            if (number != null && !PhoneNumber.isWellFormed(number)) {
                checks.refuse("phone", "conversation.phone");
            }
            return number;
        }
    }

    /** @param question what is unclear */
    @Schema(name = "RaiseDoubt", requiredProperties = "question")
    record DoubtForm(@Nullable Long version, @Nullable String question) {
        String text() {
            return Forms.text("question", question, 500);
        }
    }

    /**
     * @param ground a {@link DeclineGround}
     * @param explanation what the enterprise was told
     */
    @Schema(
            name = "DeclineWorkOrder",
            requiredProperties = {"ground", "explanation"})
    record DeclineForm(
            @Nullable Long version,
            @Nullable String ground,
            @Nullable String explanation) {
        Acceptance.Declining declining() {
            var checks = Forms.checks();
            var item = Forms.required(checks, "ground", ground, DeclineGround.class);
            var text = checks.requiredText("explanation", explanation, 2, 2000);
            checks.throwIfAny();
            return new Acceptance.Declining(Objects.requireNonNull(item), text);
        }
    }

    /** @param entries ids of published knowledge entries, 1..20 */
    @Schema(name = "AnswerOnline", requiredProperties = "entries")
    record AnswerForm(
            @Nullable Long version,
            @Nullable List<@Nullable String> entries,
            @Nullable String text) {
        LiveAnswering.Answer answer() {
            var checks = Forms.checks();
            var cited = checks.list("entries", entries, 1, 80, 20);
            if (entries == null || entries.isEmpty()) {
                checks.refuse("entries", "field.required");
            }
            var said = checks.optionalText("text", text, 4000);
            checks.throwIfAny();
            return new LiveAnswering.Answer(cited, said);
        }
    }

    /**
     * @param unit whose specialist is called
     * @param lookedUp what was looked up in the knowledge before
     * @param item of the list of three-way matters, where there is one
     */
    @Schema(
            name = "StartThreeWayCall",
            requiredProperties = {"unit", "specialist", "lookedUp"})
    record StartCallForm(
            @Nullable Long version,
            @Nullable String unit,
            @Nullable String specialist,
            @Nullable String lookedUp,
            @Nullable String item) {
        LiveAnswering.Wish wish() {
            var checks = Forms.checks();
            var whose = checks.required("unit", unit, 1, LONGEST_UNIT);
            var name = checks.required("specialist", specialist, 1, 60);
            var before = checks.requiredText("lookedUp", lookedUp, 2, 500);
            var listed = checks.optional("item", item, 120);
            checks.throwIfAny();
            return new LiveAnswering.Wish(whose, name, before, listed);
        }
    }

    /** @param text the answer, or what is still open */
    @Schema(
            name = "EndThreeWayCall",
            requiredProperties = {"answered", "text"})
    record EndCallForm(
            @Nullable Long version,
            @Nullable Boolean answered,
            @Nullable String text) {
        LiveAnswering.Ending ending() {
            var checks = Forms.checks();
            var could = Forms.required(checks, "answered", answered);
            var said = checks.requiredText("text", text, 2, 4000);
            checks.throwIfAny();
            return new LiveAnswering.Ending(could, said);
        }
    }

    /** @param disposal a {@link Disposal}; left out: WORK_ORDER */
    @Schema(name = "FormWorkOrder")
    record FormForm(@Nullable Long version, @Nullable String disposal) {
        static final FormForm PLAIN = new FormForm(null, null);

        Disposal way() {
            var checks = Forms.checks();
            var way = checks.constant("disposal", disposal, Disposal.class, Map.of());
            checks.throwIfAny();
            return way == null ? Disposal.WORK_ORDER : way;
        }
    }

    /**
     * @param unit who shall see to it
     * @param coUnits who shall help
     * @param disposal a {@link Disposal}; left out: WORK_ORDER
     */
    @Schema(name = "DispatchWorkOrder", requiredProperties = "unit")
    record DispatchForm(
            @Nullable Long version,
            @Nullable String unit,
            @Nullable List<@Nullable String> coUnits,
            @Nullable String disposal,
            @Nullable String reason) {
        Dispatching.Task task() {
            var checks = Forms.checks();
            var task = new Dispatching.Task(
                    checks.required("unit", unit, 1, LONGEST_UNIT),
                    checks.list("coUnits", coUnits, 1, LONGEST_UNIT, MOST_UNITS),
                    checks.constant("disposal", disposal, Disposal.class, Map.of()),
                    checks.optionalText("reason", reason, LONGEST_REASON));
            checks.throwIfAny();
            return task;
        }
    }
}
