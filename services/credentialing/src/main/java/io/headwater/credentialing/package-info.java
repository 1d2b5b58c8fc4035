/**
 * Who may bill whom, where and from when: providers, licences, enrollments, group linkages and
 * supervision. It does not know patients.
 */
package io.headwater.credentialing;
