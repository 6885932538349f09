/**
 * Installing templates: a prebuilt app is copied into a tenant through the very commands that a designer uses. Imports
 * the desks of forms and workflows.
 */
@NullMarked
package io.jianmi.template.install;

import org.jspecify.annotations.NullMarked;
