package cn.yiqilai.platform.webhook;

import cn.yiqilai.platform.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/**
 * Finds the machine behind an address that somebody registered, and refuses those that are none of his business: whoever may
 * name an address must not be able to reach through us what only we can reach.
 *
 * <p>A name stands for all its addresses: one that is refused refuses the name. {@code WEBHOOK_ALLOW_PRIVATE} allows private
 * networks and this machine, for departments in the same house. Link-local addresses, at which clouds tell their secrets,
 * and what is no machine at all are never allowed.
 */
@ApplicationScoped
public class OutsideAddress {
    /** How names are looked up. */
    interface Directory {
        InetAddress[] lookUp(String host) throws UnknownHostException;
    }

    /** What was found behind a name. */
    public sealed interface Found {
        /** @param machine the one to connect to */
        record Machine(InetAddress machine) implements Found {}

        /** Nobody knows that name, or the one to ask does not answer. */
        record Unknown() implements Found {}

        record Forbidden() implements Found {}
    }

    private final boolean privateAllowed;
    private final Directory directory;

    @Inject
    OutsideAddress(Settings settings) {
        this(settings.webhookAllowPrivate(), InetAddress::getAllByName);
    }

    OutsideAddress(boolean privateAllowed, Directory directory) {
        this.privateAllowed = privateAllowed;
        this.directory = directory;
    }

    /** Whether plain http may be used: only where the network is one's own. */
    boolean allowsPlain() {
        return privateAllowed;
    }

    /** Looks the name up, now; what it stands for may be another machine tomorrow. */
    Found find(URI url) {
        try {
            var machines = directory.lookUp(bare(url.getHost()));
            if (machines.length == 0) {
                return new Found.Unknown();
            }
            return Arrays.stream(machines).allMatch(this::isAllowed)
                    ? new Found.Machine(machines[0])
                    : new Found.Forbidden();
        } catch (UnknownHostException e) {
            return new Found.Unknown();
        }
    }

    private static String bare(String host) {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    private boolean isAllowed(InetAddress address) {
        return switch (reach(address)) {
            case PUBLIC -> true;
            case PRIVATE -> privateAllowed;
            case NOWHERE -> false;
        };
    }

    private enum Reach {
        PUBLIC,
        PRIVATE,
        NOWHERE
    }

    private static Reach reach(InetAddress address) {
        if (address.isAnyLocalAddress() || address.isLinkLocalAddress() || address.isMulticastAddress()) {
            return Reach.NOWHERE;
        }
        if (address.isLoopbackAddress() || address.isSiteLocalAddress()) {
            return Reach.PRIVATE;
        }
        return switch (address) {
            case Inet4Address four -> reachOfFour(four.getAddress());
            case Inet6Address six -> reachOfSix(six.getAddress());
            default -> Reach.NOWHERE;
        };
    }

    private static final List<Range> PRIVATE_FOUR = List.of(
            Range.of(new int[] {10, 0, 0, 0}, 8),
            Range.of(new int[] {172, 16, 0, 0}, 12),
            Range.of(new int[] {192, 168, 0, 0}, 16),
            Range.of(new int[] {127, 0, 0, 0}, 8),
            Range.of(new int[] {100, 64, 0, 0}, 10));

    /** As in IANA's registry of special-purpose addresses: this network, documentation, measurement, reserved, broadcast. */
    private static final List<Range> NOWHERE_FOUR = List.of(
            Range.of(new int[] {0, 0, 0, 0}, 8),
            Range.of(new int[] {169, 254, 0, 0}, 16),
            Range.of(new int[] {192, 0, 0, 0}, 24),
            Range.of(new int[] {192, 0, 2, 0}, 24),
            Range.of(new int[] {192, 88, 99, 0}, 24),
            Range.of(new int[] {198, 18, 0, 0}, 15),
            Range.of(new int[] {198, 51, 100, 0}, 24),
            Range.of(new int[] {203, 0, 113, 0}, 24),
            Range.of(new int[] {224, 0, 0, 0}, 3));

    private static Reach reachOfFour(byte[] address) {
        if (NOWHERE_FOUR.stream().anyMatch(range -> range.holds(address))) {
            return Reach.NOWHERE;
        }
        return PRIVATE_FOUR.stream().anyMatch(range -> range.holds(address)) ? Reach.PRIVATE : Reach.PUBLIC;
    }

    private static final Range UNIQUE_LOCAL = Range.of(new int[] {0xfc}, 7);
    private static final Range GLOBAL = Range.of(new int[] {0x20}, 3);
    /** Translated to an address of version four, which is what counts: NAT64 and 6to4. */
    private static final Range NAT64 = Range.of(new int[] {0, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0}, 96);

    private static final Range SIX_TO_FOUR = Range.of(new int[] {0x20, 0x02}, 16);
    /** Teredo, benchmarking and other protocol assignments (2001::/23), and documentation. */
    private static final List<Range> NOWHERE_SIX = List.of(
            Range.of(new int[] {0x20, 0x01, 0x00}, 23),
            Range.of(new int[] {0x20, 0x01, 0x0d, 0xb8}, 32),
            Range.of(new int[] {0x3f, 0xff, 0x00}, 20));

    private static Reach reachOfSix(byte[] address) {
        if (NAT64.holds(address)) {
            return reachOfFour(Arrays.copyOfRange(address, 12, 16));
        }
        if (SIX_TO_FOUR.holds(address)) {
            return reachOfFour(Arrays.copyOfRange(address, 2, 6));
        }
        if (UNIQUE_LOCAL.holds(address)) {
            return Reach.PRIVATE;
        }
        var global = GLOBAL.holds(address) && NOWHERE_SIX.stream().noneMatch(range -> range.holds(address));
        return global ? Reach.PUBLIC : Reach.NOWHERE;
    }

    /** @param bits how many of the first bits of an address must be those */
    private record Range(List<Byte> first, int bits) {
        static Range of(int[] first, int bits) {
            return new Range(
                    Arrays.stream(first).mapToObj(number -> (byte) number).toList(), bits);
        }

        boolean holds(byte[] address) {
            for (var bit = 0; bit < bits; bit++) {
                var mask = 0x80 >> bit % 8;
                if (((first.get(bit / 8) ^ address[bit / 8]) & mask) != 0) {
                    return false;
                }
            }
            return true;
        }
    }
}
