using System;
using System.Buffers;
using System.IO;
using System.Text;
using System.Text.Json;
using CustomLabels.Testing;

// Reads JSON Lines, {"Operation":"CreateProject","Kind":"Request" or "Response","Body":{...}}, and writes for each what the codec read of the body and wrote
// again; ends with its input. tests/Peers/api_model.py has botocore ask and judge.
var echoes = Echoes.ByName();
using var input = new StreamReader(Console.OpenStandardInput(), Encoding.UTF8);
using var output = Console.OpenStandardOutput();
var answer = new ArrayBufferWriter<byte>();
while (input.ReadLine() is { } line)
{
    answer.ResetWrittenCount();
    using (var document = JsonDocument.Parse(line))
    using (var json = new Utf8JsonWriter(answer))
    {
        EchoLine.Answer(echoes[document.RootElement.GetProperty("Operation").GetString()!], document.RootElement, json);
    }

    answer.Write("\n"u8);
    output.Write(answer.WrittenSpan);
}
