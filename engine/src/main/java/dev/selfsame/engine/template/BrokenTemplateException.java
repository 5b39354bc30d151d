package dev.selfsame.engine.template;

/**
 * A template whose frame is whole but whose content no comparison can use: made by other software,
 * or made up.
 */
public final class BrokenTemplateException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /**
     * Says what is wrong.
     *
     * @param detail one sentence for whoever sent the template; holds none of its content
     */
    public BrokenTemplateException(String detail) {
        super(detail);
    }
}
