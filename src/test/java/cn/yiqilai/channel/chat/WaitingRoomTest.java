package cn.yiqilai.channel.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import cn.yiqilai.channel.chat.WaitingRoom.Guest;
import cn.yiqilai.channel.chat.WaitingRoom.Place;
import cn.yiqilai.platform.SettableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WaitingRoomTest {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final SettableClock clock = SettableClock.at("2026-03-20T01:00:05Z");
    private final List<String> heard = new ArrayList<>();
    private final List<Place> places = new ArrayList<>();

    @Test
    void who_finds_a_place_is_called_and_who_finds_no_seat_is_turned_away() {
        var room = room(2, 0);

        assertThat(room.enter(guest("a"))).isTrue();
        assertThat(room.enter(guest("b"))).isTrue();
        assertThat(room.enter(guest("c"))).isFalse();
        assertThat(heard).containsExactly("a called", "b called");
        assertThat(room.served()).isEqualTo(2);

        places.getFirst().abandon();

        assertThat(room.enter(guest("d"))).isTrue();
        assertThat(heard).containsExactly("a called", "b called", "d called");
    }

    @Test
    void those_on_seats_are_called_in_the_order_in_which_they_came() {
        var room = room(1, 2);
        List.of("a", "b", "c").forEach(name -> room.enter(guest(name)));
        assertThat(room.enter(guest("d"))).isFalse();
        assertThat(room.waiting()).isEqualTo(2);

        serve(0);
        serve(1);

        assertThat(heard).containsExactly("a called", "b called", "c called");
        assertThat(room.waiting()).isZero();
        serve(2);
        assertThat(room.served()).isZero();
    }

    @Test
    void who_waited_too_long_is_sent_away_and_the_next_is_called() {
        var room = room(1, 2);
        room.enter(guest("a"));
        room.enter(guest("b"));
        clock.advance(PATIENCE);
        room.enter(guest("c"));
        clock.advance(Duration.ofMillis(1));

        serve(0);

        assertThat(heard).containsExactly("a called", "b waited in vain", "c called");
    }

    @Test
    void nobody_waits_for_ever_though_nobody_makes_room() {
        var room = room(1, 1);
        room.enter(guest("a"));
        room.enter(guest("b"));
        room.sendLateAway();
        assertThat(heard).containsExactly("a called");

        clock.advance(PATIENCE.plusMillis(1));
        room.sendLateAway();

        assertThat(heard).containsExactly("a called", "b waited in vain");
        assertThat(room.waiting()).isZero();
    }

    @Test
    void a_place_is_given_back_once() {
        var room = room(2, 0);
        room.enter(guest("a"));
        room.enter(guest("b"));
        var place = places.getFirst();

        assertThat(place.use()).isTrue();
        place.abandon();
        assertThat(room.served()).isEqualTo(2);
        place.giveBack();
        place.giveBack();

        assertThat(room.served()).isEqualTo(1);
        assertThat(place.use()).isFalse();
    }

    @Test
    void never_more_are_served_than_there_are_places_however_many_come_at_once() {
        var room = room(3, 1000);
        var most = new AtomicInteger();
        var served = new AtomicInteger();
        try (var threads = Executors.newFixedThreadPool(8)) {
            IntStream.range(0, 500)
                    .forEach(i -> threads.submit(() -> room.enter(new Guest() {
                        @Override
                        public void called(Place place) {
                            threads.submit(() -> {
                                most.accumulateAndGet(room.served(), Math::max);
                                served.incrementAndGet();
                                place.use();
                                place.giveBack();
                            });
                        }

                        @Override
                        public void waitedInVain() {
                            throw new IllegalStateException("the clock stands still");
                        }
                    })));
            await().until(() -> served.get() == 500);
        }
        assertThat(most.get()).isBetween(1, 3);
        assertThat(room.served()).isZero();
    }

    @Test
    void a_room_in_which_nobody_can_be_served_is_none() {
        assertThatIllegalArgumentException().isThrownBy(() -> room(0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> room(1, -1));
    }

    private WaitingRoom room(int allPlaces, int seats) {
        return new WaitingRoom(allPlaces, seats, PATIENCE, clock);
    }

    private void serve(int place) {
        assertThat(places.get(place).use()).isTrue();
        places.get(place).giveBack();
    }

    private Guest guest(String name) {
        return new Guest() {
            @Override
            public void called(Place place) {
                heard.add(name + " called");
                places.add(place);
            }

            @Override
            public void waitedInVain() {
                heard.add(name + " waited in vain");
            }
        };
    }
}
