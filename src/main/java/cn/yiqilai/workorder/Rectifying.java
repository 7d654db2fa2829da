package cn.yiqilai.workorder;

/**
 * 整改: the enterprise was not content, so the unit verifies and mends.
 *
 * @param because the rating that led here
 * @param rectifications how often it has mended before
 */
public record Rectifying(
        Dossier dossier, Assignment assignment, Completion completion, Rating because, int rectifications)
        implements AfterClosing, Owed {
    @Override
    public Rectifying with(Dossier other) {
        return new Rectifying(other, assignment, completion, because, rectifications);
    }

    /** Row 20: then it is asked again. */
    public HumanCallback rectified() {
        return new HumanCallback(dossier, assignment, completion, 0, rectifications + 1, null);
    }
}
