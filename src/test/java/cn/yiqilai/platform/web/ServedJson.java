package cn.yiqilai.platform.web;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;

/** JSON read as strictly as at the door of the service, without a container. */
public final class ServedJson {
    private ServedJson() {}

    public static ObjectMapper mapper() {
        var mapper = new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        new StrictJson().customize(mapper);
        return mapper;
    }
}
