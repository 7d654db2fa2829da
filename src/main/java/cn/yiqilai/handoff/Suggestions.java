package cn.yiqilai.handoff;

import cn.yiqilai.conversation.ConversationId;
import cn.yiqilai.conversation.Conversations;
import cn.yiqilai.platform.Page;
import cn.yiqilai.platform.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What agents are offered to say, and what they make of it. The turn makes suggestions for each message of the enterprise while
 * it waits for a person or has one; each choice is kept for the editors.
 */
@ApplicationScoped
public class Suggestions {
    private final SuggestionRecords records;
    private final Switchboard switchboard;
    private final Conversations conversations;

    Suggestions(SuggestionRecords records, Switchboard switchboard, Conversations conversations) {
        this.records = records;
        this.switchboard = switchboard;
        this.conversations = conversations;
    }

    /** In the transaction that keeps the message. */
    public void keep(List<Suggestion> suggestions) {
        records.keep(suggestions);
        suggestions.forEach(one -> switchboard.count(new Figure.Suggested(one.rank(), one.confidence())));
    }

    /** By rank. */
    public List<Suggestion> of(ConversationId conversation, int seq) {
        return records.of(conversation, seq);
    }

    /** Those of the last message that has some, by rank. */
    public List<Suggestion> latest(ConversationId conversation) {
        return records.latest(conversation);
    }

    /** Without anybody's data, and none of what was told about somebody (投诉, 举报): editors learn from them, and need no more. */
    public Page<SuggestionLabel> labels(@Nullable Choice choice, @Nullable String entry, Page.Request page) {
        var found = records.labels(choice, entry, page);
        return new Page<>(found.items().stream().map(this::anonymous).toList(), found.total());
    }

    private SuggestionLabel anonymous(SuggestionLabel label) {
        var enterprise = conversations.find(label.conversation()).orElseThrow().enterprise();
        return label.with(text -> PersonalData.without(text, enterprise, List.of()));
    }

    /** @throws cn.yiqilai.platform.ProblemException 400 for one that was never made */
    Suggestion known(ConversationId conversation, int seq, String entryId) {
        return records.find(conversation, seq, entryId)
                .orElseThrow(() -> Problem.invalidField("suggestion", "handoff.suggestion-unknown")
                        .asException());
    }

    /** Word for word it was accepted, else edited. */
    void sent(ContactId contact, Suggestion suggestion, String text, int sentSeq, UUID agent) {
        var difference = text.equals(suggestion.answer()) ? null : Difference.between(suggestion.answer(), text);
        records.sent(contact, suggestion, sentSeq, difference, agent, switchboard.now());
        count(difference == null ? Choice.ACCEPTED : Choice.EDITED, suggestion);
    }

    void rejected(ContactId contact, Suggestion suggestion, @Nullable String reason, UUID agent) {
        if (records.rejected(contact, suggestion, reason, agent, switchboard.now())) {
            count(Choice.REJECTED, suggestion);
        }
    }

    private void count(Choice choice, Suggestion suggestion) {
        switchboard.count(new Figure.Chosen(choice, suggestion.rank(), suggestion.confidence()));
    }
}
