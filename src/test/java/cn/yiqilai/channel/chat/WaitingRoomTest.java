package cn.yiqilai.channel.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import cn.yiqilai.channel.chat.WaitingRoom.Admission;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class WaitingRoomTest {
    private static final Duration LONG = Duration.ofMinutes(5);

    @Test
    void who_finds_a_place_is_served_and_who_finds_no_seat_is_turned_away() {
        var room = new WaitingRoom(2, 0, LONG);

        assertThat(room.enter()).isEqualTo(Admission.ADMITTED);
        assertThat(room.enter()).isEqualTo(Admission.ADMITTED);
        assertThat(room.enter()).isEqualTo(Admission.NO_SEAT);
        assertThat(room.served()).isEqualTo(2);

        room.leave();

        assertThat(room.enter()).isEqualTo(Admission.ADMITTED);
    }

    @Test
    void those_on_seats_are_called_in_the_order_in_which_they_came() {
        var room = new WaitingRoom(1, 3, LONG);
        var called = new CopyOnWriteArrayList<Integer>();
        room.enter();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < 3; i++) {
                var number = i;
                threads.submit(() -> {
                    room.enter();
                    called.add(number);
                    room.leave();
                });
                await().until(() -> room.waiting() == number + 1);
            }
            assertThat(room.enter()).isEqualTo(Admission.NO_SEAT);
            room.leave();
        }
        assertThat(called).isEqualTo(List.of(0, 1, 2));
        assertThat(room.waiting()).isZero();
        assertThat(room.served()).isZero();
    }

    @Test
    void who_waits_in_vain_gives_up_the_seat() {
        var room = new WaitingRoom(1, 1, Duration.ofNanos(1));
        room.enter();

        assertThat(room.enter()).isEqualTo(Admission.WAITED_IN_VAIN);
        assertThat(room.waiting()).isZero();

        room.leave();
        assertThat(room.enter()).isEqualTo(Admission.ADMITTED);
    }

    @Test
    void a_room_in_which_nobody_can_be_served_is_none() {
        assertThatIllegalArgumentException().isThrownBy(() -> new WaitingRoom(0, 1, LONG));
        assertThatIllegalArgumentException().isThrownBy(() -> new WaitingRoom(1, -1, LONG));
    }
}
