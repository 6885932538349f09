package io.jianmi.core.notification;

/** Whether this installation sends mails. */
public interface Mails {

    boolean configured();
}
