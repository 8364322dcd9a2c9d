namespace CustomLabels;

/// <summary>The forms that labels of images come in. Each is found by its content.</summary>
public enum AnnotationFormat
{
    /// <summary>A SageMaker Ground Truth manifest, as Custom Labels trains with: a JSON object a line, images in S3, boxes in whole pixels.</summary>
    GroundTruth,

    /// <summary>COCO JSON: an instances file, or (to read) a results file with the instances file that it is of. Boxes in pixels.</summary>
    Coco,

    /// <summary>YOLO text: a file an image with boxes as ratios, and <c>data.yaml</c> or <c>obj.data</c> with the names.</summary>
    Yolo,

    /// <summary>PASCAL VOC: an XML file an image, with boxes in pixels.</summary>
    PascalVoc,

    /// <summary>CSV with a header: a row a label.</summary>
    Csv,

    /// <summary>This module's own JSON Lines: an object an image, with everything an <see cref="ImageAnnotation"/> has.</summary>
    JsonLines,

    /// <summary>A JSON export of Label Studio (to read).</summary>
    LabelStudio,

    /// <summary>CVAT for images 1.1, XML (to read).</summary>
    Cvat,

    /// <summary>labelme JSON, a file an image (to read).</summary>
    Labelme,

    /// <summary>Images in folders whose names are the labels; no boxes.</summary>
    Folder,
}
