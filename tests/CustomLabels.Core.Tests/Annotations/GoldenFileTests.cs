using System;
using System.IO;
using System.Linq;
using Xunit;

namespace CustomLabels.Core.Tests.Annotations;

/// <summary>Small files of other projects (golden 11): each is read, or refused as its name says.</summary>
public sealed class GoldenFileTests : IDisposable
{
    private const string Folder = "golden/11-formats-small";
    private readonly AnnotationScene _scene = new();

    public static TheoryData<string, string, string> Valid => new()
    {
        { "datumaro/tests/assets/coco_dataset/coco_instances/annotations/instances_train.json", "a.jpg 10x5: b [2,2,3,1]", "" },
        { "datumaro/tests/assets/coco_dataset/coco_instances/annotations/instances_val.json", "b.jpg 5x10: a [0,0,1,2]", "OutlineLost CrowdLeftOut" },
        { "datumaro/tests/assets/cvat_dataset/for_images/export_project/annotations.xml", "", "" },
        { "datumaro/tests/assets/cvat_dataset/for_images/export_task/train.xml", "img0.jpg 8x8: label1 [0,2,4,2]\nimg1.jpg 10x10:", "FlagLost LabelUnknown LabelUnknown ShapeLeftOut" },
        { "datumaro/tests/assets/roboflow_dataset/coco/train/_annotations.coco.json", "train_001.jpg 10x5: label_0 [2,1,3,1]\ntrain_002.jpg 10x5: label_1 [0,0,2,4]", "" },
        { "datumaro/tests/assets/roboflow_dataset/multiclass/train/_classes.csv", "train_001.jpg x: label_0\ntrain_002.jpg x: label_1", "" },
        { "datumaro/tests/assets/roboflow_dataset/multiclass/val/_classes.csv", "val_001.jpg x: label_0; label_1", "" },
        { "datumaro/tests/assets/roboflow_dataset/yolo/data.yaml", "train/train_001.jpg x: label_0 [0.2,0.2,0.3,0.2]\ntrain/train_002.jpg x: label_1 [0,0,0.2,0.8]\nval/val_001.jpg x: label_0 [0,0,0.1,0.4]; label_1 [0,0,0.9,0.2]", "ImageNameAssumed ImageNameAssumed ImageNameAssumed" },
        { "datumaro/tests/assets/roboflow_dataset/voc/train/train_002.xml", "train_002.jpg 10x5: label_1 [0,0,2,4]", "" },
        { "datumaro/tests/assets/voc_dataset/voc_dataset1/Annotations/2007_000001.xml", "2007_000001.jpg 20x10: cat [1,2,2,2]; person [4,5,2,2]", "FlagLost" },
        { "datumaro/tests/assets/voc_dataset/voc_dataset2/Annotations/@.xml", "@.jpg x:", "" },
        { "datumaro/tests/assets/open_images_dataset/v6/annotations/oidv6-train-annotations-bbox.csv", "b x: /m/0 100.0 [0.2,0.3,0.8,0.2]", "" },
        { "datumaro/tests/assets/open_images_dataset/v6/annotations/oidv6-train-annotations-human-imagelabels.csv", "a x: /m/0 100.0\nb x:", "LabelDenied" },
        { "datumaro/tests/assets/open_images_dataset/v6/annotations/test-annotations-bbox.csv", "c x: /m/3 70.0 [0.7,0,0.1,0.5]", "" },
        { "labelstudio/tests/custom/converter/data/test_export_coco/data.json", "", "" },
        { "labelstudio/tests/custom/converter/data/test_export_yolo/data.json", "image1 2800x2800: parasites [1060.8379,2009.4718,107.1038,127.5046]; white [1377.0492,647.7231,147.9053,112.204]\nimage2 2800x2800: ", "PathShortened AnnotationLeftOut PathShortened" },
        { "panlabel/tests/fixtures/sample_legacy_completions.label_studio.json", "legacy_img.jpg 200x100: legacy_cat [10,10,50,30]", "" },
        { "panlabel/tests/fixtures/sample_no_meta.cvat.xml", "img1.jpg 100x80: cat [10,20,40,50]\nimg2.jpg 120x90: dog [15,25,45,55]", "FlagLost" },
        { "panlabel/tests/fixtures/sample_rotated.label_studio.json", "rotated_img.jpg 100x200: box [0,40,45.9808,84.282]", "RotationBoxed BoxClamped" },
        { "panlabel/tests/fixtures/sample_valid.coco.json", "", "" },
        { "panlabel/tests/fixtures/sample_valid.cvat.xml", "img_b.jpg 120x80: person [10.5,20.25,39.5,49.75]\nimg_a.jpg 100x50: car [1,2,29,38]\nimg_c.jpg 64x64:", "FlagLost" },
        { "panlabel/tests/fixtures/sample_valid.label_studio.json", "", "" },
        { "panlabel/tests/fixtures/sample_valid.labelme.json", "img001.jpg 640x480: cat [10,20,90,60]; dog [50,60,150,140]", "OutlineBoxed" },
        { "panlabel/tests/fixtures/sample_valid.openimages.csv", "abc123 x: Cat 100.0 [0.1,0.2,0.4,0.6]; Dog 90.0 [0.3,0.1,0.4,0.5]\ndef456 x: Cat 100.0 [0,0,0.4,0.5]", "" },
        { "panlabel/tests/fixtures/sample_valid.sagemaker.manifest", "images/img_a.jpg 640x480: cat 95.0 [10,20,30,40]; dog 85.0 [100,120,50,60]\nimages/img_b.jpg 800x600:", "" },
        { "panlabel/tests/fixtures/sample_valid.vott.csv", "", "ImageSizeMissing ImageSizeMissing" },
        { "panlabel/tests/fixtures/sample_with_meta.cvat.xml", "img1.jpg 100x80: cat [10,20,40,50]", "" },
    };

    public static TheoryData<string, string> Refused => new()
    {
        { "panlabel/tests/fixtures/sample_invalid.coco.json", "two images have the id 1" },
        { "panlabel/tests/fixtures/sample_invalid_multi_annotation_sets.label_studio.json", "a task has 2 annotations" },
        { "panlabel/tests/fixtures/sample_invalid_polygon.cvat.xml", "A polygon has fewer than 3 points" },
        { "panlabel/tests/fixtures/sample_invalid_result_type.label_studio.json", "a choice doesn't say what it is about" },
        { "panlabel/tests/fixtures/sample_valid.createml.json", "in none of the formats" },
        { "panlabel/tests/fixtures/sample_valid.labelbox.ndjson", "text after the end" },
        { "panlabel/tests/fixtures/sample_valid.via.json", "in none of the formats" },
        { "panlabel/tests/fixtures/sample_valid.vott.json", "in none of the formats" },
        { "datumaro/tests/assets/open_images_dataset/v6/annotations/image_ids_and_rotation.csv", "The column 'Subset' has 'train'" },
        { "datumaro/tests/assets/open_images_dataset/v6/annotations/oidv6-class-descriptions.csv", "in none of the formats" },
        { "datumaro/tests/assets/open_images_dataset/v6/annotations/bbox_labels_600_hierarchy.json", "in none of the formats" },
        { "datumaro/tests/assets/open_images_dataset/v6/annotations/images.meta", "in none of the formats" },
        { "labelstudio/tests/custom/converter/data/test_export_coco/label_config.xml", "in none of the formats" },
    };

    public void Dispose() => _scene.Dispose();

    [SharedTheory(Folder)]
    [MemberData(nameof(Valid))]
    public void A_valid_file_is_read(string file, string images, string codes)
    {
        var found = _scene.Read(SharedFolder.PathOf($"{Folder}/{file}"));
        if (images.Length > 0) Assert.StartsWith(images, AnnotationScene.Shown(found), StringComparison.Ordinal);
        else if (!codes.StartsWith("ImageSizeMissing", StringComparison.Ordinal)) Assert.Contains(found, image => image.Labels.Count > 0);
        if (images.Length > 0 || codes.Length > 0) Assert.Equal(codes, _scene.Codes);
    }

    [SharedTheory(Folder)]
    [MemberData(nameof(Refused))]
    public void An_invalid_file_and_one_of_another_format_are_refused_with_the_reason(string file, string reason)
    {
        var error = AnnotationScene.Error(() => _scene.Read(SharedFolder.PathOf($"{Folder}/{file}")));
        Assert.Contains(error.Id, new[] { ErrorId.AnnotationInvalid, ErrorId.AnnotationFormatUnknown });
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
        Assert.Contains(Path.GetFileName(file), error.Message, StringComparison.Ordinal);
    }

    [SharedFact(Folder + "/labelstudio/LICENSE.txt")]
    public void Every_file_is_in_one_of_the_lists()
    {
        var folder = SharedFolder.PathOf(Folder);
        var listed = Valid.Select(row => (string)row[0]).Concat(Refused.Select(row => (string)row[0])).Select(Path.GetFileName).ToArray();
        // What belongs to a file that is listed, and parts of sets of which others are.
        var companions = new[] { "LICENSE.txt", "label_config.xml", "train_001.txt", "train_002.txt", "val_001.txt", "train_001.xml", "val_001.xml", "a.xml", "b.xml", "c.xml", "d.xml", "test-annotations-human-imagelabels.csv", "train-annotations-object-segmentation.csv" };
        Assert.Empty(Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(Path.GetFileName).Except(listed).Except(companions));
    }
}
