package cn.yiqilai.directory;

/** Something that only one may have is another's already. The constraint of the database that said so is the message. */
public final class TakenException extends RuntimeException {
    public TakenException(String constraint) {
        super(constraint);
    }
}
