package cn.yiqilai.understanding.hanlp;

import it.unimi.dsi.fastutil.ints.Int2IntMap;
import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.longs.Long2IntMap;
import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;

/** Counts one after the other, to be read back in the order in which they were added. What counts nothing is left out. */
final class Numbers {
    private final IntArrayList all;
    private int at;

    private Numbers(IntArrayList all) {
        this.all = all;
    }

    static Numbers none() {
        return new Numbers(new IntArrayList());
    }

    static Numbers of(int[] all) {
        return new Numbers(IntArrayList.wrap(all));
    }

    int[] toArray() {
        return all.toIntArray();
    }

    void add(int number) {
        all.add(number);
    }

    void add(int[] counts) {
        var size = reserve();
        for (var i = 0; i < counts.length; i++) {
            if (counts[i] != 0) {
                all.add(i);
                all.add(counts[i]);
            }
        }
        all.set(size, (all.size() - size) / 2);
    }

    void add(Int2IntMap counts) {
        var size = reserve();
        for (var one : counts.int2IntEntrySet()) {
            if (one.getIntValue() != 0) {
                all.add(one.getIntKey());
                all.add(one.getIntValue());
            }
        }
        all.set(size, (all.size() - size) / 2);
    }

    void add(Long2IntMap counts) {
        var size = reserve();
        for (var one : counts.long2IntEntrySet()) {
            if (one.getIntValue() != 0) {
                all.add((int) (one.getLongKey() >>> Integer.SIZE));
                all.add((int) one.getLongKey());
                all.add(one.getIntValue());
            }
        }
        all.set(size, (all.size() - size) / 3);
    }

    private int reserve() {
        all.add(0);
        return all.size() - 1;
    }

    boolean isEmpty() {
        return at == all.size();
    }

    int next() {
        return all.getInt(at++);
    }

    void next(int[] counts) {
        for (var left = next(); left > 0; left--) {
            var key = next();
            counts[key] = next();
        }
    }

    /** Room is made first: keys come in the order of a larger table and would crowd in one that grows. */
    void next(Int2IntOpenHashMap counts) {
        var size = next();
        counts.ensureCapacity(size);
        for (var left = size; left > 0; left--) {
            var key = next();
            counts.put(key, next());
        }
    }

    void next(Long2IntOpenHashMap counts) {
        var size = next();
        counts.ensureCapacity(size);
        for (var left = size; left > 0; left--) {
            var high = (long) next() << Integer.SIZE;
            var key = high | Integer.toUnsignedLong(next());
            counts.put(key, next());
        }
    }
}
