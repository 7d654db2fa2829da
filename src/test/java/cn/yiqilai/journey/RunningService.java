package cn.yiqilai.journey;

import org.junit.jupiter.api.Assumptions;

/** The service that the journeys are made against: the one whose address is in {@code SERVICE_URL}. */
final class RunningService {
    private final String baseUrl;

    private RunningService(String baseUrl) {
        this.baseUrl = baseUrl;
    }

    static RunningService shared() {
        var address = System.getenv("SERVICE_URL");
        Assumptions.assumeTrue(address != null, "SERVICE_URL names no running service");
        return new RunningService(address);
    }

    /** Without a slash at its end. */
    String baseUrl() {
        return baseUrl;
    }
}
