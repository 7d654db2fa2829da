package cn.yiqilai.platform;

/** Fired when the service is up to serve, not to run a command; knowledge may still be on its way in. */
public record Serving() {}
