/**
 * An engineer's tool, not part of the kiosk: reads MediaPipe's TFLite nets and writes them as
 * TorchScript archives with their cards into the models directory. A net goes one way: {@link
 * silverpoint.lab.modelimport.TfliteFile} (what the file says, batch-row-column-channel), {@link
 * silverpoint.lab.modelimport.TfliteLowering} (the same net in torch's operations,
 * batch-channel-row-column), {@link silverpoint.lab.modelimport.TorchGraph}, {@link
 * silverpoint.lab.modelimport.TorchScriptWriter} (bytes). The same input always gives the same
 * bytes. Begin with {@link silverpoint.lab.modelimport.ImportModels}.
 */
@NullMarked
package silverpoint.lab.modelimport;

import org.jspecify.annotations.NullMarked;
