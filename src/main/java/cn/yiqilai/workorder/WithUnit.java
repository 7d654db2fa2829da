package cn.yiqilai.workorder;

/**
 * A unit owes the reply. While it does it may ask for more time, whatever else is under way (row 11): the request stands
 * beside the state, and the due time moves only when it is approved.
 */
public sealed interface WithUnit extends Unsettled, Owed
        permits Returnable, Answerable, ReturnRequested, JointHandling, UnderReview {
    @Override
    Assignment assignment();

    @Override
    WithUnit with(Dossier other);

    /** The same state with what is now known of the unit's task. */
    WithUnit with(Assignment other);

    /** Row 11. Whether it comes in time and within the cap is for the clocks to say. */
    default Transition<WithUnit> requestExtension(ExtensionRequest request) {
        return assignment().extensionWanted() == null
                ? Transition.moved(with(assignment().wanting(request)))
                : Transition.refused(Refusal.Reason.EXTENSION_PENDING);
    }

    default Transition<WithUnit> decideExtension(boolean approved) {
        return assignment().extensionWanted() == null
                ? Transition.refused(Refusal.Reason.NO_EXTENSION_PENDING)
                : Transition.moved(with(assignment().extensionDecided(approved)));
    }
}
