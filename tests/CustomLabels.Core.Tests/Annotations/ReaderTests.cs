using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using CustomLabels.Fuzz.Headers;
using Xunit;

namespace CustomLabels.Core.Tests.Annotations;

/// <summary>What readers make of what tools write, and of what nobody should.</summary>
public sealed class ReaderTests : IDisposable
{
    private const string Coco = """{"images":[{"id":1,"file_name":"a.jpg","width":100,"height":50}],"annotations":[ANNOTATIONS],"categories":[{"id":7,"name":"scratch"}]}""";
    private const string Voc = "<annotation><filename>a.jpg</filename><size><width>100</width><height>50</height></size><object><name>scratch</name><bndbox>BOX</bndbox></object></annotation>";

    private readonly AnnotationScene _scene = new();

    public static TheoryData<string, string, AnnotationFormat> Kinds => new()
    {
        { "a.bin", """{"source-ref":"s3://b/a.jpg"}""", AnnotationFormat.GroundTruth },
        { "b.bin", "\n {\"categories\":[],\"images\":[]}", AnnotationFormat.Coco },
        { "c.bin", """{"version":"5","flags":{},"imageData":"QUJD","shapes":[],"imagePath":"a.jpg","imageWidth":1,"imageHeight":1}""", AnnotationFormat.Labelme },
        { "d.bin", """[{"id":1,"annotations":[],"data":{"image":"a.jpg"}}]""", AnnotationFormat.LabelStudio },
        { "e.bin", "<?xml version='1.0'?><!-- x --><annotation><filename>a.jpg</filename></annotation>", AnnotationFormat.PascalVoc },
        { "f.bin", "<annotations><version>1.1</version></annotations>", AnnotationFormat.Cvat },
        { "g.bin", "filename,class\na.jpg,x\n", AnnotationFormat.Csv },
        { "h.bin", """{"Image":"a.jpg","Labels":[]}""", AnnotationFormat.JsonLines },
        { "data.yaml", "names: ['a']\n", AnnotationFormat.Yolo },
        { "obj.data", "names = obj.names\n", AnnotationFormat.Yolo },
    };

    public void Dispose() => _scene.Dispose();

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_format_is_found_by_its_content_in_UTF_8_and_UTF_16(string name, string text, AnnotationFormat format)
    {
        foreach (var encoding in new Encoding[] { new UTF8Encoding(false), new UTF8Encoding(true), Encoding.Unicode, Encoding.BigEndianUnicode })
        {
            var file = _scene.Write(name, encoding.GetPreamble().Concat(encoding.GetBytes(text)).ToArray());
            Assert.Equal(format, CustomLabels.Annotations.Formats.FormatDetector.Find(new(file)));
        }
    }

    [Theory]
    [InlineData("""{"images":[{"id":1,"file_name":""}],"annotations":[],"categories":[]}""", "the image 1 has no file_name")]
    [InlineData("""{"images":[{"id":1}],"annotations":[],"categories":[]}""", "the image 1 has no file_name")]
    [InlineData("""{"images":[],"annotations":[],"categories":[{"id":7,"name":""}]}""", "the category 7 has no name")]
    public void A_name_that_is_empty_is_none(string text, string problem)
    {
        var failure = Assert.Throws<CustomLabelsException>(() => _scene.ReadText("c.json", text).Count);
        Assert.Contains(problem, failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[10,5,20,10]", "[10,5,20,10]", "")]
    [InlineData("[90,5,10.04,10]", "[90,5,10,10]", "BoxClamped")]
    [InlineData("[-1,-1,102,52]", "[0,0,100,50]", "BoxClamped")]
    [InlineData("[30,15,-20,-10]", "[10,5,20,10]", "BoxFlipped")]
    [InlineData("[10,5,0,10]", "", "BoxEmpty")]
    [InlineData("[120,5,10,10]", "", "BoxEmpty")]
    [InlineData("[10.5,5.25,20.125,10]", "[10.5,5.25,20.125,10]", "")]
    public void A_box_is_cut_at_the_edges_and_what_was_done_is_reported(string box, string expected, string codes)
    {
        var images = _scene.ReadText("c.json", Coco.Replace("ANNOTATIONS", $$"""{"id":1,"image_id":1,"category_id":7,"bbox":{{box}}}"""));
        Assert.Equal(expected.Length == 0 ? "a.jpg 100x50:" : $"a.jpg 100x50: scratch {expected}", AnnotationScene.Shown(images));
        Assert.Equal(codes, _scene.Codes);
    }

    [Theory]
    [InlineData("""{"image_id":9,"category_id":7,"bbox":[1,1,1,1]}""", "AnnotationWithoutImage")]
    [InlineData("""{"image_id":1,"category_id":8,"bbox":[1,1,1,1]}""", "LabelUnknown")]
    [InlineData("""{"image_id":1,"category_id":7,"bbox":[1,1,1,1],"iscrowd":1}""", "CrowdLeftOut")]
    [InlineData("""{"image_id":1,"category_id":7}""", "ShapeLeftOut")]
    [InlineData("""{"image_id":1,"category_id":7,"bbox":null}""", "ShapeLeftOut")]
    public void What_of_COCO_is_left_out_is_reported_with_its_line(string annotation, string code)
    {
        Assert.Equal("a.jpg 100x50:", AnnotationScene.Shown(_scene.ReadText("c.json", Coco.Replace("ANNOTATIONS", "\n" + annotation))));
        var change = Assert.Single(_scene.Changes);
        Assert.Equal((code, 2L), (change.Code.ToString(), change.Line));
    }

    [Fact]
    public void COCO_takes_annotations_before_images_ids_as_text_and_ids_beyond_32_bits()
    {
        var images = _scene.ReadText("c.json", """
            {"annotations":[{"id":0,"image_id":"20180000002","category_id":0,"bbox":[1,2,3,4],"segmentation":[[1,2,3]],"score":0.9231},{"image_id":"x-1","category_id":0,"bbox":[0,0,1,1]}],
             "categories":[{"id":0,"name":"a"}],"images":[{"id":20180000002,"file_name":"b.jpg","width":10,"height":10},{"id":"x-1","file_name":"c.jpg","width":10.0,"height":10}]}
            """);
        Assert.Equal("b.jpg 10x10: a 92.3 [1,2,3,4]\nc.jpg 10x10: a [0,0,1,1]", AnnotationScene.Shown(images));
        Assert.Equal(92.31, images[0].Labels[0].Confidence);
        Assert.Equal("OutlineLost", _scene.Codes);
    }

    [Fact]
    public void COCO_results_take_images_and_categories_from_another_file()
    {
        var instances = _scene.Write("instances.json", Coco.Replace("ANNOTATIONS", ""));
        var results = _scene.Write("results.json", """[{"image_id":1,"category_id":7,"bbox":[10,5,20,10],"score":0.5}]""");
        Assert.Equal("a.jpg 100x50: scratch 50.0 [10,5,20,10]", AnnotationScene.Shown(_scene.Read(results, imagesFrom: instances)));
        var error = AnnotationScene.Error(() => _scene.Read(results));
        Assert.Equal(ErrorId.RequestInvalid, error.Id);
        Assert.Contains("-ImagesFrom", error.RecommendedAction, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<xmin>10</xmin><ymin>5</ymin><xmax>30</xmax><ymax>15</ymax>", "[10,5,20,10]")]
    [InlineData("<xmax>30</xmax><xmin>10</xmin><ymax>15</ymax><ymin>5</ymin>", "[10,5,20,10]")]
    [InlineData("<xmin>10.5</xmin><ymin> 5 </ymin><xmax>3.05e1</xmax><ymax>15.25</ymax>", "[10.5,5,20,10.25]")]
    public void VOC_counts_by_names_and_takes_fractions(string box, string expected) =>
        Assert.Equal($"a.jpg 100x50: scratch {expected}", AnnotationScene.Shown(_scene.ReadText("a.xml", Voc.Replace("BOX", box))));

    [Theory]
    [InlineData("a.xml", "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><annotation><filename>&x;</filename></annotation>")]
    [InlineData("a.xml", "<!DOCTYPE a [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;'>]><annotation><filename>&b;</filename></annotation>")]
    [InlineData("a.xml", "<annotation><object><name>x</name><bndbox><xmin>1,5</xmin></bndbox></object></annotation>")]
    [InlineData("a.xml", "<annotation><filename>a.jpg</filename>")]
    [InlineData("a.json", """{"images":[{"id":1,"file_name":"a.jpg"}],"annotations":[{"image_id":1}],"categories":[]}""")]
    [InlineData("a.json", """{"images":[{"id":1}],"annotations":[]}""")]
    [InlineData("a.json", """{"images":[1],"annotations":[]}""")]
    [InlineData("a.json", """{"images":[{"id":1,"file_name":"a.jpg"}""")]
    [InlineData("a.json", """{"images":[{"id":1,"file_name":"\ud800.jpg"}]}""")]
    [InlineData("a.json", """{"images":[,],"annotations":[]}""")]
    [InlineData("a.csv", "filename,class,xmin,ymin,xmax,ymax\na.jpg,x,1,2,3,4e\n")]
    [InlineData("a.csv", "filename,class\n\"a.jpg,x\n")]
    [InlineData("a.jsonl", """{"Image":"a.jpg","Labels":[{"Name":"x","BoundingBox":{"Left":0}}]}""")]
    [InlineData("a.jsonl", """{"Image":"a.jpg","Labels":[{"Name":"x","Confidence":101}]}""")]
    [InlineData("a.manifest", """{"source-ref":"https://b/a.jpg","x":1,"x-metadata":{"type":"groundtruth/image-classification","class-name":"y","confidence":1}}""")]
    public void What_can_not_be_read_is_one_error_with_the_file(string name, string text)
    {
        var error = AnnotationScene.Error(() => _scene.ReadText(name, text));
        Assert.Equal(ErrorId.AnnotationInvalid, error.Id);
        Assert.Equal(_scene.PathOf(name), error.File);
        Assert.Contains(name, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Values_nested_deeper_than_anybody_writes_are_refused() =>
        Assert.Contains("nested", AnnotationScene.Error(() => _scene.ReadText("a.json", "{\"images\":[" + new string('[', 100_000))).Message, StringComparison.Ordinal);

    [Fact]
    public void A_file_in_another_encoding_is_refused_and_named()
    {
        var file = _scene.Write("latin.csv", Encoding.GetEncoding("iso-8859-1").GetBytes("filename,class\na.jpg,é\n"));
        Assert.Contains("latin.csv: It is neither UTF-8", AnnotationScene.Error(() => _scene.Read(file)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_picture_inside_labelme_is_passed_over_wherever_it_is()
    {
        var data = new string('A', 3_000_000);
        var images = _scene.ReadText("a.json", $$"""{"imageData":"{{data}}","shapes":[{"label":"x","points":[[30,20],[10,5]],"shape_type":"rectangle"}],"imagePath":"..\\pics\\a.jpg","imageHeight":50,"imageWidth":100}""");
        Assert.EndsWith(" 100x50: x [10,5,20,15]", AnnotationScene.Shown(images), StringComparison.Ordinal);
    }

    [Fact]
    public void A_manifest_cuts_a_box_that_the_endpoint_refuses_and_keeps_an_image_without_labels()
    {
        const string Line = """{"source-ref":"s3://b/x/a.jpg","d":{"image_size":[{"width":100,"height":50,"depth":3}],"annotations":[{"class_id":0,"left":90,"top":5,"width":20,"height":10}]},"d-metadata":{"objects":[],"class-map":{"0":"dent"},"type":"groundtruth/object-detection"}}""";
        var images = _scene.ReadText("a.manifest", Line + "\n{\"source-ref\":\"s3://b/c.jpg\"}\n" + """{"source-ref":"s3://b/f.png","q-metadata":{"failure-reason":"x"}}""");
        Assert.Equal("x/a.jpg 100x50: dent [90,5,10,10]\nc.jpg x:", AnnotationScene.Shown(images));
        Assert.Equal("BoxClamped LabelingFailed", _scene.Codes);
        Assert.Equal(("b", "x/a.jpg", null), (images[0].Bucket, images[0].Key, images[0].LiteralPath));
        Assert.Equal(1, images[0].Source!.Line);
    }

    [Fact]
    public void Labels_of_an_image_that_is_turned_keep_their_place_and_its_size_is_the_displayed_one()
    {
        _scene.Write("a.jpg", JpegBuilder.WithExif(100, 50, TiffBuilder.Orientation(6)));
        var images = _scene.ReadText("c.json", Coco.Replace("ANNOTATIONS", """{"image_id":1,"category_id":7,"bbox":[10,5,20,10]}"""));
        Assert.Equal((50, 100), (images[0].ImageWidth, images[0].ImageHeight));
        Assert.Equal(new BoundingBox(0.1, 0.1, 0.2, 0.2), images[0].Labels[0].BoundingBox);
        Assert.Equal(new PixelBox(5, 10, 10, 20), images[0].Labels[0].PixelBox);
        Assert.Equal("SizeNotDisplayed", _scene.Codes);
    }

    [Fact]
    public void YOLO_takes_outlines_confidences_and_images_without_a_label_file()
    {
        _scene.Write("set/images/sub/a.b.png", PngBuilder.Plain(200, 100));
        _scene.Write("set/images/none.jpg", JpegBuilder.Plain(10, 10));
        _scene.Write("set/labels/sub/a.b.txt", "1 0.5 0.5 0.5 1.0004\r\n0 .1 .1 .5 .1 .3 .4\n0 0.5 0.5 0.1 0.1 0.75\n\n");
        _scene.Write("set/data.yaml", "path: /home/other/set\ntrain: images\nnames:\n  0: x\n  1: \"y z\"\n");
        Assert.Equal("none.jpg 10x10:\nsub/a.b.png 200x100: y z [50,0,100,100]; x [20,10,80,30]; x 75.0 [90,45,20,10]", AnnotationScene.Shown(_scene.Read(_scene.PathOf("set"))));
        Assert.Equal("BoxClamped OutlineBoxed", _scene.Codes);
    }

    [Fact]
    public void Folders_are_labels_and_images_beside_them_have_none()
    {
        _scene.Write("set/dent/deep/a.png", PngBuilder.Plain(20, 10));
        _scene.Write("set/b.png", PngBuilder.Plain(20, 10));
        Assert.Equal("b.png 20x10:\ndent/deep/a.png 20x10: dent", AnnotationScene.Shown(_scene.Read(_scene.PathOf("set"))));
    }

    [Fact]
    public void AWSs_own_CSV_has_no_header()
    {
        Assert.Equal("a.jpg x: dent; scratch\nb.jpg x: dent", AnnotationScene.Shown(_scene.ReadText("a.csv", "a.jpg,dent,scratch\nb.jpg,dent\n")));
    }

    [Fact]
    public void Rows_of_an_image_need_not_follow_each_other()
    {
        var images = _scene.ReadText("a.csv", "filename,width,height,class,xmin,ymin,xmax,ymax\na.jpg,10,10,x,0,0,1,1\nb.jpg,10,10,,,,,\na.jpg,10,10,y,1,1,2,2\n");
        Assert.Equal("a.jpg 10x10: x [0,0,1,1]; y [1,1,1,1]\nb.jpg 10x10:", AnnotationScene.Shown(images));
    }

    [Fact]
    public void A_whole_path_of_another_machine_is_a_name_below_the_images_folder()
    {
        var images = _scene.ReadText("a.csv", "image,label\nC:\\data\\line 4\\a.jpg,x\n/home/me/b.jpg,x\n");
        Assert.Equal("a.jpg b.jpg", string.Join(" ", images.Select(image => image.Image)));
        Assert.Equal("PathShortened PathShortened", _scene.Codes);
        Assert.Equal(_scene.PathOf("a.jpg"), images[0].LiteralPath);
    }
}
