package cn.yiqilai.channel.chat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A few places to be served at, and a few seats to wait on for one of them, in the order of arrival and not for ever. Who finds
 * no seat is turned away at once: under more load than can be borne, the others keep a wait that is worth it.
 *
 * <p>Nobody's thread waits here: a guest is called. Shareable between threads.
 */
final class WaitingRoom {
    private final int places;
    private final int seats;
    private final Duration patience;
    private final Clock clock;
    private final Deque<Seated> waiting = new ArrayDeque<>();
    private int served;

    /** Who wants to be served; hears of it exactly once, on the thread of whoever made room for him. */
    interface Guest {
        void called(Place place);

        /** He waited longer than is worth it. */
        void waitedInVain();
    }

    private record Seated(Guest guest, Instant since) {}

    /**
     * @param places at least 1
     * @param seats 0 or more
     * @param patience after which who has a seat is sent away
     */
    WaitingRoom(int places, int seats, Duration patience, Clock clock) {
        if (places < 1 || seats < 0) {
            throw new IllegalArgumentException("not a waiting room: " + places + " places, " + seats + " seats");
        }
        this.places = places;
        this.seats = seats;
        this.patience = patience;
        this.clock = clock;
    }

    /** One place, given back once, whoever tries. */
    final class Place {
        private enum State {
            GIVEN,
            IN_USE,
            GIVEN_BACK
        }

        private final AtomicReference<State> state = new AtomicReference<>(State.GIVEN);

        /** @return false when it was given back already, or somebody is at it */
        boolean use() {
            return state.compareAndSet(State.GIVEN, State.IN_USE);
        }

        /** To be called by who used it. */
        void giveBack() {
            giveBackFrom(State.IN_USE);
        }

        /** Gives it back when nobody uses it. */
        void abandon() {
            giveBackFrom(State.GIVEN);
        }

        private void giveBackFrom(State before) {
            if (state.compareAndSet(before, State.GIVEN_BACK)) {
                makeRoom();
            }
        }
    }

    /** @return false when there was neither place nor seat; the guest will hear nothing more */
    boolean enter(Guest guest) {
        if (isPlaceTaken()) {
            guest.called(new Place());
            return true;
        }
        return isSeatTaken(guest);
    }

    /** Sends away whoever waits for too long; to be called now and then, for the case that nobody makes room. */
    void sendLateAway() {
        late().forEach(Guest::waitedInVain);
    }

    /** How many are being served. */
    synchronized int served() {
        return served;
    }

    synchronized int waiting() {
        return waiting.size();
    }

    private void makeRoom() {
        sendLateAway();
        var next = next();
        if (next != null) {
            next.called(new Place());
        }
    }

    private synchronized boolean isPlaceTaken() {
        if (served == places) {
            return false;
        }
        served++;
        return true;
    }

    private synchronized boolean isSeatTaken(Guest guest) {
        return waiting.size() < seats && waiting.add(new Seated(guest, clock.instant()));
    }

    /** Who gets the place that became free; when nobody waits it stays free. */
    private synchronized @Nullable Guest next() {
        var first = waiting.poll();
        if (first == null) {
            served--;
            return null;
        }
        return first.guest();
    }

    private synchronized List<Guest> late() {
        var since = clock.instant().minus(patience);
        var late = new ArrayList<Guest>();
        for (var first = waiting.peek(); first != null && first.since().isBefore(since); first = waiting.peek()) {
            late.add(waiting.remove().guest());
        }
        return late;
    }
}
