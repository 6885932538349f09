/**
 * What members are told: the list behind the bell, and mail. Words of this package: announcement (what several are told at
 * once), notification (what one was told), kind, preference. Nothing personal is stored: a text is made when it is read,
 * under the reader's access at that moment. Others announce through {@link io.jianmi.core.notification.Notifications} and
 * know nothing of lists and mails; what a record is called and which task pages one may open is asked through ports.
 */
@NullMarked
package io.jianmi.core.notification;

import org.jspecify.annotations.NullMarked;
