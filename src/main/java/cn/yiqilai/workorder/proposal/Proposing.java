package cn.yiqilai.workorder.proposal;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Asks every advocate and weighs what they say. Nothing is written. */
@ApplicationScoped
public class Proposing {
    private final List<Advocate> advocates;
    private final Territory territory;

    Proposing(@All List<Advocate> advocates, Territory territory) {
        this.advocates = advocates;
        this.territory = territory;
    }

    /** Best first, at most three; empty when nothing speaks for anybody. */
    public List<Proposal> propose(Request request) {
        var arguments = advocates.stream()
                .flatMap(advocate -> advocate.speak(request).stream())
                .toList();
        return Weighing.of(territory.settle(request, arguments), request.unwilling());
    }
}
