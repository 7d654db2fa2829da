package cn.yiqilai.platform;

import java.util.List;

/**
 * One page of a list.
 *
 * @param items the rows of this page, at most {@link Request#MAXIMUM_SIZE}
 * @param total how many rows there are on all pages
 */
public record Page<T>(List<T> items, long total) {
    public Page {
        items = List.copyOf(items);
    }

    /**
     * Which page is wanted.
     *
     * @param page counted from 0
     * @param size rows a page, 1..200
     */
    public record Request(int page, int size) {
        public static final int MAXIMUM_SIZE = 200;

        public Request {
            if (page < 0 || page > 1_000_000) {
                throw Problem.invalidField("page", "page.page").asException();
            }
            if (size < 1 || size > MAXIMUM_SIZE) {
                throw Problem.invalidField("size", "page.size", MAXIMUM_SIZE).asException();
            }
        }

        public long offset() {
            return (long) page * size;
        }
    }
}
