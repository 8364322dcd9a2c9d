using System;
using System.IO;
using System.Linq;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace CustomLabels.Guards;

/// <summary>A guard as a task of the Task Scheduler: https://learn.microsoft.com/windows/win32/taskschd/task-scheduler-schema.</summary>
internal static class TaskDefinition
{
    private const string PrincipalId = "Author";

    private static readonly XNamespace Schema = "http://schemas.microsoft.com/windows/2004/02/mit/task";

    /// <summary>The definition.</summary>
    /// <param name="plan">What is run.</param>
    /// <param name="user">The SID of the account that it runs as.</param>
    /// <exception cref="CustomLabelsException"><see cref="ErrorId.RequestInvalid"/>: a path can't be written.</exception>
    /// <remarks>S4U: it also runs while the user is logged off, and no password is kept. The order of the elements is the schema's.</remarks>
    public static string Of(GuardPlan plan, string user)
    {
        Require(plan.Shell);
        Require(plan.Place.Script);
        // Windows PowerShell runs no script at all unless told to; this one is the user's own file.
        string[] arguments = ["-ExecutionPolicy", "RemoteSigned", .. plan.Arguments];
        var task = new XDocument(
            new XElement(
                Schema + "Task",
                new XAttribute("version", "1.3"),
                new XElement(Schema + "RegistrationInfo", Element("Description", "Stops Custom Labels models that leases have left behind. Unregister-RKModelGuard removes it.")),
                new XElement(
                    Schema + "Triggers",
                    new XElement(
                        Schema + "TimeTrigger",
                        Element("Enabled", "true"),
                        Element("StartBoundary", "2020-01-01T00:00:00Z"),
                        new XElement(Schema + "Repetition", Element("Interval", XmlConvert.ToString(plan.Interval)), Element("StopAtDurationEnd", "false")))),
                new XElement(
                    Schema + "Principals",
                    new XElement(Schema + "Principal", new XAttribute("id", PrincipalId), Element("UserId", user), Element("LogonType", "S4U"), Element("RunLevel", "LeastPrivilege"))),
                new XElement(
                    Schema + "Settings",
                    Element("MultipleInstancesPolicy", "IgnoreNew"),
                    Element("DisallowStartIfOnBatteries", "false"),
                    Element("StopIfGoingOnBatteries", "false"),
                    Element("StartWhenAvailable", "true"),
                    Element("ExecutionTimeLimit", "PT10M"),
                    Element("Enabled", "true")),
                new XElement(
                    Schema + "Actions",
                    new XAttribute("Context", PrincipalId),
                    new XElement(Schema + "Exec", Element("Command", plan.Shell), Element("Arguments", CommandLine.Of(arguments))))));
        var text = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-16\"?>\r\n");
        using (var writer = XmlWriter.Create(text, new XmlWriterSettings { OmitXmlDeclaration = true, Indent = true, NewLineChars = "\r\n" })) task.Save(writer);
        return text.ToString();
    }

    /// <summary>How often a task passes, and what it runs; null where the text is no definition of a guard.</summary>
    /// <param name="text">What schtasks prints: its declaration names an encoding that it is not printed in.</param>
    public static (TimeSpan Interval, string Command)? Read(string text)
    {
        try
        {
            var start = text.IndexOf("<Task", StringComparison.Ordinal);
            if (start < 0) return null;
            using var reader = XmlReader.Create(new StringReader(text.Substring(start)), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            var task = XDocument.Load(reader);
            var command = task.Descendants(Schema + "Exec").Select(exec => $"{exec.Element(Schema + "Command")?.Value} {exec.Element(Schema + "Arguments")?.Value}").FirstOrDefault();
            var interval = task.Descendants(Schema + "Interval").FirstOrDefault()?.Value;
            return interval is null || command is null ? null : (XmlConvert.ToTimeSpan(interval), command);
        }
        catch (Exception e) when (e is XmlException or FormatException)
        {
            return null;
        }
    }

    private static XElement Element(string name, string value) => new(Schema + name, value);

    private static void Require(string path)
    {
        GuardPlan.Require(path);
        // The Task Scheduler puts environment variables and its own arguments in, and has no way to write these as they are.
        if (path.Contains('%') || path.Contains("$(")) throw new CustomLabelsException(GuardErrors.PathRefused(path, "it has a % or $(, which the Task Scheduler replaces"));
    }
}
