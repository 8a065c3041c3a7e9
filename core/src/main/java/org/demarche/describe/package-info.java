/** What the dataset holds, in the terms of VoID and DCAT, for whoever looks for data. */
@NullMarked
package org.demarche.describe;

import org.jspecify.annotations.NullMarked;
