package cn.yiqilai.channel.chat;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * A few places to be served at, and a few seats to wait on for one of them, in the order of arrival and not for ever. Who finds
 * no seat is turned away at once: under more load than can be borne, the others keep a wait that is worth it. Shareable between
 * threads.
 */
final class WaitingRoom {
    private final int allPlaces;
    private final int allSeats;
    private final Semaphore places;
    private final Semaphore seats;
    private final Duration patience;

    /** What came of wanting to enter. */
    enum Admission {
        /** A place is taken; {@link #leave} gives it back. */
        ADMITTED,
        NO_SEAT,
        WAITED_IN_VAIN
    }

    /**
     * @param places at least 1
     * @param seats 0 or more
     * @param patience after which who has a seat gives it up
     */
    WaitingRoom(int places, int seats, Duration patience) {
        if (places < 1 || seats < 0) {
            throw new IllegalArgumentException("not a waiting room: " + places + " places, " + seats + " seats");
        }
        this.allPlaces = places;
        this.allSeats = seats;
        this.places = new Semaphore(places, true);
        this.seats = new Semaphore(seats);
        this.patience = patience;
    }

    Admission enter() {
        if (isPlaceFree()) {
            return Admission.ADMITTED;
        }
        if (!seats.tryAcquire()) {
            return Admission.NO_SEAT;
        }
        try {
            return isCalled() ? Admission.ADMITTED : Admission.WAITED_IN_VAIN;
        } finally {
            seats.release();
        }
    }

    boolean isFull() {
        return places.availablePermits() == 0 && seats.availablePermits() == 0;
    }

    void leave() {
        places.release();
    }

    /** How many are being served. */
    int served() {
        return allPlaces - places.availablePermits();
    }

    int waiting() {
        return allSeats - seats.availablePermits();
    }

    /** Takes the place when there is one. Without a time the semaphore would let who comes now pass those who wait. */
    private boolean isPlaceFree() {
        return isCalledWithin(0);
    }

    private boolean isCalled() {
        return isCalledWithin(patience.toNanos());
    }

    private boolean isCalledWithin(long nanos) {
        try {
            return places.tryAcquire(nanos, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
