package cn.yiqilai.workorder;

import cn.yiqilai.workorder.Move.Entry;
import cn.yiqilai.workorder.TimelineLine.Deed;
import cn.yiqilai.workorder.clock.ClockEvent;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** A unit takes an order in hand: somebody signs by name, and the enterprise is called. Each has its own clock. */
@ApplicationScoped
public class Signing {
    private final Transitions transitions;

    Signing(Transitions transitions) {
        this.transitions = transitions;
    }

    /**
     * Row 8.
     *
     * @param signer the person who answers for it, 1..60 code points
     */
    public WorkOrder sign(Call call, String signer) {
        return transitions.perform(
                Operation.SIGN,
                call,
                signer,
                Dispatched.class,
                (dispatched, at) -> Move.of(
                        dispatched.sign(new Signature(signer, at)),
                        signed -> new Move.To(
                                signed,
                                Entry.of(Deed.SIGNED, signed)
                                        .holding(new Signature(signer, at))
                                        .clocked(new ClockEvent.Signed(at)))));
    }

    /**
     * Row 8: the enterprise was told procedure and limit.
     *
     * @param by who called, 1..60 code points
     * @param note what was said, at most 2000 code points
     */
    public WorkOrder contact(Call call, String by, @Nullable String note) {
        record Request(String by, @Nullable String note) {}
        return transitions.perform(Operation.CONTACT, call, new Request(by, note), Returnable.class, (held, at) -> {
            var contact = new FirstContact(by, note, at);
            return Move.of(
                    held.contact(contact),
                    contacted -> new Move.To(
                            contacted,
                            Entry.of(Deed.CONTACTED, contacted)
                                    .holding(contact)
                                    .clocked(new ClockEvent.Contacted(at))));
        });
    }
}
