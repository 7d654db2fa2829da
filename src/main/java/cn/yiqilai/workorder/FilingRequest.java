package cn.yiqilai.workorder;

import cn.yiqilai.city.Flag;
import cn.yiqilai.city.Kind;
import cn.yiqilai.conversation.Conversation;
import cn.yiqilai.conversation.ConversationId;
import cn.yiqilai.conversation.Enterprise;
import cn.yiqilai.conversation.PhoneNumber;
import cn.yiqilai.platform.Messages;
import cn.yiqilai.platform.Problem;
import cn.yiqilai.platform.Problem.FieldError;
import cn.yiqilai.platform.StorableText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is to be filed. Wrong values are refused with a {@link Problem} that names every wrong field.
 *
 * @param description at most 4000 code points; null = taken from the conversation, which is then required
 * @param contact at most 60 code points; null = the conversation's
 * @param phone 5..20 digits; null = the conversation's
 * @param enterprise null = the conversation's
 * @param region at most 60 code points; null = the conversation's
 * @param conversation where it came from; null when it came by another way
 * @param messageSeq the message that could not be answered live, of which there is one order; null for none
 * @param filing under which codes it is kept
 */
public record FilingRequest(
        Kind kind,
        Set<Flag> flags,
        @Nullable String description,
        @Nullable String contact,
        @Nullable String phone,
        @Nullable Enterprise enterprise,
        @Nullable String region,
        @Nullable ConversationId conversation,
        @Nullable Integer messageSeq,
        Filing filing) {
    private static final int LONGEST_CONTACT = Enterprise.LONGEST_CONTACT;

    public FilingRequest {
        flags = Matter.inOrder(flags);
        description = clean(description);
        contact = clean(contact);
        phone = clean(phone);
        region = clean(region);
        var errors = new ArrayList<FieldError>();
        requireText(errors, "description", description, Matter.LONGEST_DESCRIPTION);
        requireText(errors, "contact", contact, LONGEST_CONTACT);
        requireText(errors, "region", region, Conversation.LONGEST_REGION);
        if (description == null && conversation == null) {
            errors.add(error("description", "workorder.description"));
        }
        if (phone != null && !PhoneNumber.isWellFormed(phone)) {
            errors.add(error("phone", "conversation.phone"));
        }
        if (messageSeq != null && (conversation == null || messageSeq < 1)) {
            errors.add(error("messageSeq", "workorder.message"));
        }
        refuse(errors);
    }

    /** Without codes: an agent files it later. */
    public FilingRequest(
            Kind kind,
            Set<Flag> flags,
            @Nullable String description,
            @Nullable String contact,
            @Nullable String phone,
            @Nullable Enterprise enterprise,
            @Nullable String region,
            @Nullable ConversationId conversation,
            @Nullable Integer messageSeq) {
        this(kind, flags, description, contact, phone, enterprise, region, conversation, messageSeq, Filing.NONE);
    }

    /** What a hand-off knows: the rest is in the conversation. */
    public static FilingRequest of(Kind kind, Set<Flag> flags, ConversationId conversation, int messageSeq) {
        return new FilingRequest(kind, flags, null, null, null, null, null, conversation, messageSeq);
    }

    private static void requireText(List<FieldError> errors, String field, @Nullable String value, int longest) {
        if (value != null && !StorableText.isStorable(value, longest)) {
            errors.add(error(field, "conversation.text", longest));
        }
    }

    private static FieldError error(String field, String code, Object... arguments) {
        return new FieldError(field, Messages.of(code, arguments));
    }

    private static void refuse(List<FieldError> errors) {
        if (!errors.isEmpty()) {
            throw new Problem(400, "workorder.invalid", Messages.of("workorder.invalid"), errors, Map.of())
                    .asException();
        }
    }

    private static @Nullable String clean(@Nullable String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }

    /** Says nothing of anybody, because logs are read by many. */
    @Override
    public String toString() {
        return "FilingRequest[" + kind + "]";
    }
}
