using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;

/// <summary>A set to measure: pictures of 80 labels, each with 8 truths and 80 detections, most of which are near a truth. The same as objects and as COCO files.</summary>
public static class LargeSet
{
    private const int Labels = 80;
    private const int TruthsPerImage = 8;
    private const int FoundPerImage = 80;

    /// <summary>The truths and the detections as objects of this module, of which it knows the constructor by name: the types are loaded by then.</summary>
    public static object[] Objects(int images, Type image, Type label, Type box, Type collection)
    {
        var truths = new object[images];
        var founds = new object[images];
        var make = new Maker(image, label, box, collection);
        Each(images, (place, truth, found) =>
        {
            truths[place] = make.Image(place, truth);
            founds[place] = make.Image(place, found);
        });
        return new object[] { truths, founds };
    }

    /// <summary>The same as COCO files, for pycocotools.</summary>
    public static void Write(int images, string truthPath, string foundPath)
    {
        using (var truthFile = new StreamWriter(truthPath))
        using (var foundFile = new StreamWriter(foundPath))
        {
            truthFile.Write("{\"categories\":[");
            for (var i = 0; i < Labels; i++) truthFile.Write("{0}{{\"id\":{1},\"name\":\"label{1:00}\"}}", i == 0 ? "" : ",", i + 1);
            truthFile.Write("],\"images\":[");
            for (var i = 0; i < images; i++) truthFile.Write("{0}{{\"id\":{1},\"width\":1000,\"height\":1000,\"file_name\":\"{1}.jpg\"}}", i == 0 ? "" : ",", i + 1);
            truthFile.Write("],\"annotations\":[");
            foundFile.Write("[");
            var (id, isFirst) = (0, true);
            Each(images, (place, truth, found) =>
            {
                foreach (var one in truth)
                    truthFile.Write(string.Format(CultureInfo.InvariantCulture, "{0}{{\"id\":{1},\"image_id\":{2},\"category_id\":{3},\"iscrowd\":0,\"area\":{8:R},\"bbox\":[{4:R},{5:R},{6:R},{7:R}]}}", id++ == 0 ? "" : ",", id, place + 1, one.Label + 1, one.Left, one.Top, one.Width, one.Height, one.Width * one.Height));
                foreach (var one in found)
                {
                    foundFile.Write(string.Format(CultureInfo.InvariantCulture, "{0}{{\"image_id\":{1},\"category_id\":{2},\"bbox\":[{3:R},{4:R},{5:R},{6:R}],\"score\":{7:R}}}", isFirst ? "" : ",", place + 1, one.Label + 1, one.Left, one.Top, one.Width, one.Height, one.Confidence / 100));
                    isFirst = false;
                }
            });
            truthFile.Write("]}");
            foundFile.Write("]");
        }
    }

    private static void Each(int images, Action<int, List<One>, List<One>> take)
    {
        var random = new Random(7);
        for (var i = 0; i < images; i++)
        {
            var (truth, found) = (new List<One>(), new List<One>());
            for (var j = 0; j < TruthsPerImage; j++)
                truth.Add(new One { Label = random.Next(Labels), Left = random.Next(800), Top = random.Next(800), Width = 5 + random.Next(190), Height = 5 + random.Next(190) });
            for (var j = 0; j < FoundPerImage; j++)
            {
                var near = truth[random.Next(TruthsPerImage)];
                var isNear = random.Next(5) < 2;
                found.Add(new One
                {
                    Label = isNear ? near.Label : random.Next(Labels),
                    Left = isNear ? Math.Max(0, near.Left + random.Next(-10, 11)) : random.Next(800),
                    Top = isNear ? Math.Max(0, near.Top + random.Next(-10, 11)) : random.Next(800),
                    Width = isNear ? Math.Max(1, near.Width + random.Next(-10, 1)) : 5 + random.Next(190),
                    Height = isNear ? Math.Max(1, near.Height + random.Next(-10, 1)) : 5 + random.Next(190),
                    Confidence = random.Next(1, 10000) / 100.0,
                });
            }

            take(i, truth, found);
        }
    }

    private struct One
    {
        public int Label;
        public double Left, Top, Width, Height;
        public double? Confidence;
    }

    // Objects of the module by reflection: this is compiled before the module is loaded.
    private sealed class Maker
    {
        private readonly Type _image, _label, _box, _collection;

        public Maker(Type image, Type label, Type box, Type collection)
        {
            (_image, _label, _box, _collection) = (image, label, box, collection);
        }

        public object Image(int place, List<One> labels)
        {
            var array = Array.CreateInstance(_label, labels.Count);
            for (var i = 0; i < labels.Count; i++)
            {
                var one = labels[i];
                var label = Activator.CreateInstance(_label);
                Set(label, "Name", "label" + one.Label.ToString("00", CultureInfo.InvariantCulture));
                Set(label, "Confidence", one.Confidence);
                Set(label, "BoundingBox", Activator.CreateInstance(_box, one.Left / 1000, one.Top / 1000, one.Width / 1000, one.Height / 1000));
                array.SetValue(label, i);
            }

            var image = Activator.CreateInstance(_image);
            Set(image, "Image", (place + 1).ToString(CultureInfo.InvariantCulture) + ".jpg");
            Set(image, "ImageWidth", 1000);
            Set(image, "ImageHeight", 1000);
            Set(image, "Labels", Activator.CreateInstance(_collection, array));
            return image;
        }

        private static void Set(object target, string name, object value)
        {
            target.GetType().GetProperty(name).SetValue(target, value);
        }
    }
}
