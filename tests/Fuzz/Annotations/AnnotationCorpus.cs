using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace CustomLabels.Fuzz.Annotations;

/// <summary>A small file of each format, in the forms that tools write.</summary>
internal static class AnnotationCorpus
{
    private static readonly string[] Texts =
    [
        """
        {"source-ref":"s3://b/x/a.jpg","d":{"image_size":[{"width":100,"height":50,"depth":3}],"annotations":[{"class_id":0,"left":9,"top":5,"width":20,"height":10}]},"d-metadata":{"objects":[{"confidence":0.9}],"class-map":{"0":"dent"},"type":"groundtruth/object-detection"}}
        {"source-ref":"s3://b/c.jpg","q":1,"q-metadata":{"confidence":1,"class-name":"x","type":"groundtruth/image-classification"}}
        """,
        """{"images":[{"id":1,"file_name":"a.jpg","width":100,"height":50},{"id":"x","file_name":"b.jpg"}],"annotations":[{"id":1,"image_id":1,"category_id":7,"bbox":[10,5.5,20,1e1],"segmentation":[[1,2,3,4]],"iscrowd":0,"score":0.5},{"id":2,"image_id":"x","category_id":7,"bbox":null}],"categories":[{"id":7,"name":"scratch"}]}""",
        """{"info":{},"annotations":[{"image_id":5,"category_id":1,"bbox":[0,0,5,5]}],"categories":[{"id":1,"name":"\u00e9"}],"images":[{"id":5,"file_name":"d/e.jpg","width":10,"height":10}]}""",
        """[{"image_id":1,"category_id":7,"bbox":[10,5,20,10],"score":0.5}]""",
        """[{"id":1,"data":{"image":"/data/upload/1/a.jpg"},"annotations":[{"result":[{"type":"rectanglelabels","to_name":"image","value":{"x":10,"y":10,"width":20,"height":20,"rotation":30,"rectanglelabels":["cat"]},"original_width":100,"original_height":50},{"type":"choices","to_name":"image","value":{"choices":["ok"]}},{"type":"polygonlabels","value":{"points":[[1,2],[3,4],[5,6]],"polygonlabels":["p"]}}]}],"predictions":[{"result":[],"score":0.5}]}]""",
        """{"version":"5.0.1","flags":{"dirty":true},"imageData":"QUJDREVGRw==","shapes":[{"label":"x","points":[[30,20],[10,5]],"shape_type":"rectangle"},{"label":"y","points":[[1,1],[5,1],[3,4]],"shape_type":"polygon"},{"label":"z","points":[[5,5],[7,5]],"shape_type":"circle"}],"imagePath":"a.jpg","imageHeight":50,"imageWidth":100}""",
        """
        {"Image":"a/b.jpg","ImageWidth":10,"ImageHeight":10,"Labels":[{"Name":"x","Confidence":98.1,"BoundingBox":{"Left":0.1,"Top":0.1,"Width":0.5,"Height":0.5}},{"Name":"y"}]}
        {"Image":"k.jpg","Bucket":"b","Key":"k.jpg","Labels":[]}
        """,
        "<?xml version=\"1.0\" encoding=\"utf-8\"?><annotation><folder>f</folder><filename>a.jpg</filename><size><width>100</width><height>50</height><depth>3</depth></size><object><name>x</name><difficult>1</difficult><bndbox><xmin>1</xmin><xmax>30.5</xmax><ymin>2</ymin><ymax>40</ymax></bndbox><part><name>p</name><bndbox/></part></object></annotation>",
        "<annotations><version>1.1</version><meta><task/></meta><image id=\"0\" name=\"a.jpg\" width=\"100\" height=\"50\"><box label=\"x\" occluded=\"1\" xtl=\"1\" ytl=\"2\" xbr=\"30\" ybr=\"40\" rotation=\"10\"><attribute name=\"a\">b</attribute></box><polygon label=\"y\" points=\"1,1;5,1;3,4\"/><tag label=\"t\"/><points label=\"p\" points=\"1,1\"/></image></annotations>",
        "filename,width,height,class,xmin,ymin,xmax,ymax,confidence\r\na.jpg,100,50,\"x, \"\"y\"\"\",1,2,30,40.5,0.9\r\nb.jpg,10,10,,,,,,\r\n",
        "ImageID,Source,LabelName,Confidence,XMin,XMax,YMin,YMax\na.jpg,x,l,1,\"0,1\",\"0,5\",\"0,2\",\"0,6\"\nb.jpg,x,l,0,,,,\n",
        "filename, label_0, label_1\na.jpg, 1, 0\n",
        "a.jpg,dent,scratch\nb.jpg;dent\n",
        "0 0.5 0.5 0.1 0.2\n1 .1 .1 .5 .1 .3 .4\n0 0.5 0.5 0.1 0.1 0.75\n",
    ];

    public static IReadOnlyList<byte[]> All { get; } =
        [.. Texts.Select(text => Encoding.UTF8.GetBytes(text)), .. Texts.Take(2).Select(text => Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes(text)).ToArray())];
}
