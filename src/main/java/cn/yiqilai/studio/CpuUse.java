package cn.yiqilai.studio;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;

/**
 * What a stretch of time took from whom, in seconds.
 *
 * @param wall on the wall
 * @param own CPU time of this process: the generator and whoever else drives the service
 * @param service CPU time of the service
 */
record CpuUse(double wall, double own, double service) {
    private static final int CORES = Runtime.getRuntime().availableProcessors();

    interface Work {
        void run() throws IOException, InterruptedException;
    }

    static CpuUse during(ServiceProcess process, Work work) throws IOException, InterruptedException {
        var wall = System.nanoTime();
        var own = ownNanos();
        var service = process.cpu().toNanos();
        work.run();
        return new CpuUse(
                (System.nanoTime() - wall) / 1e9,
                (ownNanos() - own) / 1e9,
                (process.cpu().toNanos() - service) / 1e9);
    }

    /** The share of all cores that this process left to others. */
    double leftByGenerator() {
        return 1 - own / (wall * CORES);
    }

    private static long ownNanos() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }
}
