package cn.yiqilai.workorder.proposal;

import java.util.List;

/**
 * How often a person chose what was proposed.
 *
 * @param dispatches all of them
 * @param proposed those for which there was a proposal: only these can agree or disagree
 * @param first the first proposal was chosen
 * @param amongThree any of the proposals was
 * @param bands the first proposals by their confidence, from low to high
 */
public record Agreement(long dispatches, long proposed, long first, long amongThree, List<Band> bands) {
    /**
     * First proposals of about one confidence: what {@link Proposal#confidence} says is set against what people did.
     *
     * @param from included, 0, 0.2 …
     * @param until excluded; the last band has 1
     * @param proposed how many
     * @param chosen how many of them were taken
     */
    public record Band(double from, double until, long proposed, long chosen) {}

    public Agreement {
        bands = List.copyOf(bands);
    }
}
