using System;
using System.Globalization;
using System.IO;
using System.Text;

/// <summary>Makes files of annotations of any size, the same each time. Compiled by the script that measures with them.</summary>
public static class LargeFiles
{
    /// <summary>A COCO instances file of about so many bytes, its annotations before its images and not in the images' order.</summary>
    /// <returns>The number of images.</returns>
    public static int Coco(string path, long bytes)
    {
        // An image with its six annotations is so long, in the mean.
        var images = (int)Math.Max(1, bytes / 814);
        var random = new Random(1);
        using (var text = new StreamWriter(path, false, new UTF8Encoding(false), 1 << 20))
        {
            text.Write("{\"info\":{\"description\":\"made to measure\"},\"annotations\":[");
            for (var i = 0; i < images * 6; i++)
            {
                if (i > 0) text.Write(",\n");
                text.Write(string.Format(CultureInfo.InvariantCulture,
                    "{{\"id\":{0},\"image_id\":{1},\"category_id\":{2},\"segmentation\":[],\"area\":{3},\"bbox\":[{4},{5},{6},{7}],\"iscrowd\":0}}",
                    i + 1, 1 + (int)((long)i * 7919 % images), random.Next(1, 81), 120.5, random.Next(500), random.Next(300), 10.25, 11.75));
            }

            text.Write("],\"images\":[");
            for (var i = 1; i <= images; i++)
                text.Write(string.Format(CultureInfo.InvariantCulture, "{0}{{\"id\":{1},\"file_name\":\"line-4/camera-2/{1:D9}.jpg\",\"width\":640,\"height\":480}}", i > 1 ? ",\n" : "", i));
            text.Write("],\"categories\":[");
            for (var i = 1; i <= 80; i++) text.Write(string.Format(CultureInfo.InvariantCulture, "{0}{{\"id\":{1},\"name\":\"label-{1}\"}}", i > 1 ? "," : "", i));
            text.Write("]}");
        }

        return images;
    }

    /// <summary>A manifest of so many lines, each with three boxes.</summary>
    public static void Manifest(string path, int lines)
    {
        using (var text = new StreamWriter(path, false, new UTF8Encoding(false), 1 << 20))
        {
            for (var i = 0; i < lines; i++)
            {
                text.Write(string.Format(CultureInfo.InvariantCulture,
                    "{{\"source-ref\":\"s3://line4/camera-2/{0:D9}.jpg\",\"defects\":{{\"image_size\":[{{\"width\":640,\"height\":480,\"depth\":3}}],\"annotations\":[{{\"class_id\":0,\"left\":{1},\"top\":10,\"width\":50,\"height\":40}},{{\"class_id\":1,\"left\":200,\"top\":{1},\"width\":60,\"height\":40}},{{\"class_id\":0,\"left\":5,\"top\":5,\"width\":9,\"height\":9}}]}},\"defects-metadata\":{{\"objects\":[{{\"confidence\":0.9}},{{\"confidence\":0.8}},{{\"confidence\":1}}],\"class-map\":{{\"0\":\"scratch\",\"1\":\"dent\"}},\"type\":\"groundtruth/object-detection\",\"human-annotated\":\"yes\",\"creation-date\":\"2026-01-15T08:00:00\",\"job-name\":\"labeling-job/line4\"}}}}\n",
                    i, i % 400));
            }
        }
    }
}
