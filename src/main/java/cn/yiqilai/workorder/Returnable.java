package cn.yiqilai.workorder;

/** A unit has it and may say that it is not for it. A rejected request leads back to the very state it came from. */
public sealed interface Returnable extends WithUnit permits Dispatched, InProgress {
    @Override
    Returnable with(Dossier other);

    @Override
    Returnable with(Assignment other);

    /** Row 8: the enterprise was told how and until when its matter is seen to. */
    Transition<Returnable> contact(FirstContact contact);

    /** To its superior or to one below: there somebody must sign and call anew. */
    default Dispatched passOn(Assignment next) {
        return new Dispatched(dossier(), next);
    }

    /** Row 9. Nothing stops; whether the window is still open is for the clocks to say. */
    default ReturnRequested requestReturn(ReturnRequest request) {
        return new ReturnRequested(this, request);
    }
}
