/**
 * Mails about what members are told, where the installation has an SMTP server. They hold no personal data: what kind of thing
 * there is, the form's title and an address to look. Words of this package: mail, address.
 */
@NullMarked
package io.jianmi.core.notification.mail;

import org.jspecify.annotations.NullMarked;
